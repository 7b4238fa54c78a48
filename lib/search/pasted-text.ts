import { plainText } from '@/lib/values/visible-text'

const LINK =
  /^(?:(?:tel|callto|sms|mailto|whatsapp)\s*:\s*(?:\/\/)?(?:send\?phone=)?|(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?phone=))/i
const LINK_END = /@(?:s\.whatsapp\.net|c\.us)$/i
const PARAMETERS = /[?&](?:text|type|subject|body|app_absent)=.*$/i
/** A label before the value, such as `CPF:`, as in forms and messages. */
const LABEL =
  /^(?:cpf|cnpj|cpf\s*\/\s*cnpj|documento|e-?mail|correo|tel(?:efone|éfono|efono)?|cel(?:ular)?|fone|whats ?app|phone|id)\s*(?:n[ºo°.]{0,2}\s*)?[:=#]\s*/i
const LABEL_OF_NUMBER = /^(?:cpf|cnpj)\s+(?:n[ºo°.]{1,2}\s*)?(?=[\dA-Z]*\d)/i
const IN_BRACKETS = /<\s*([^<>\s]+@[^<>\s]+)\s*>/
const QUOTED = /^(["'`])(.+)\1$/

/** Removes invisible characters, links, the label, and brackets around an address from a pasted text. */
export function pastedText(text: string): string {
  const plain = plainText(text)
  const address = IN_BRACKETS.exec(plain)?.[1] ?? plain
  const bare = address.replace(QUOTED, '$2').replace(LABEL, '').replace(LABEL_OF_NUMBER, '')
  const linked = bare.replace(LINK, '').replace(LINK_END, '')
  return (linked === bare ? linked : linked.replace(PARAMETERS, '').replace(/^%2b/i, '+')).trim()
}
