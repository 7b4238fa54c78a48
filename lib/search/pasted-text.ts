import { plainText } from '@/lib/values/visible-text'

const LINK =
  /^(?:(?:tel|callto|sms|mailto|whatsapp)\s*:\s*(?:\/\/)?(?:send\?phone=)?|(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?phone=))/i
const LINK_END = /@(?:s\.whatsapp\.net|c\.us)$/i
const PARAMETERS = /[?&](?:text|type|subject|body|app_absent)=.*$/i
/** `CPF: …`, `e-mail …`: the name of the value, as forms and messages write it before the value. */
const LABEL =
  /^(?:cpf|cnpj|cpf\s*\/\s*cnpj|documento|e-?mail|correo|tel(?:efone|éfono|efono)?|cel(?:ular)?|fone|whats ?app|phone|id)\s*(?:n[ºo°.]{0,2}\s*)?[:=#]\s*/i
const LABEL_OF_NUMBER = /^(?:cpf|cnpj)\s+(?:n[ºo°.]{1,2}\s*)?(?=[\dA-Z]*\d)/i
const IN_BRACKETS = /<\s*([^<>\s]+@[^<>\s]+)\s*>/
const QUOTED = /^(["'`])(.+)\1$/

/** What a pasted text is about: without invisible characters, links, the name of its kind, and brackets around an address. */
export function pastedText(text: string): string {
  const plain = plainText(text)
  const address = IN_BRACKETS.exec(plain)?.[1] ?? plain
  const bare = address.replace(QUOTED, '$2').replace(LABEL, '').replace(LABEL_OF_NUMBER, '')
  const linked = bare.replace(LINK, '').replace(LINK_END, '')
  return (linked === bare ? linked : linked.replace(PARAMETERS, '').replace(/^%2b/i, '+')).trim()
}
