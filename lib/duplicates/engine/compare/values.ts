import { editBetween, isOneEdit } from '../text/edits'
import { areClose, areOneEditApart } from '../text/likeness'
import type { Term } from '../vocabulary'

const SIMILAR_MIN = 0.9

/** Whether two phrases, such as the names of streets, are the same but for a misspelling, a missing space or a missing word. */
function arePhrasesSimilar(a: Term, b: Term): boolean {
  if (a.compact === b.compact || areOneEditApart(a, b) || areClose(a, b, SIMILAR_MIN)) return true
  const [fewest, most] = [Math.min(a.words.length, b.words.length), Math.max(a.words.length, b.words.length)]
  if (fewest < 2) return false
  let shared = 0
  for (const word of a.words) if (b.words.includes(word)) shared++
  return shared >= fewest - 1 && shared * 2 >= most
}

export const comparePhrases = (a: Term, b: Term): 'same' | 'similar' | 'different' =>
  a === b ? 'same' : arePhrasesSimilar(a, b) ? 'similar' : 'different'

export function compareBirths(a: Term, b: Term): 'same' | 'day_month_swapped' | 'one_digit' | 'different' {
  if (a === b) return 'same'
  const [x, y] = [a.text, b.text]
  if (x.length === 8 && x.slice(0, 4) === y.slice(0, 4) && x.slice(4) === y.slice(6) + y.slice(4, 6))
    return 'day_month_swapped'
  return areOneEditApart(a, b) ? 'one_digit' : 'different'
}

export function compareDocuments(a: string, b: string): 'same' | 'one_digit' | 'swapped_digits' | 'different' {
  const edit = editBetween(a, b)
  if (edit === 'none') return 'same'
  return edit === 'one_character' ? 'one_digit' : edit === 'swapped_neighbours' ? 'swapped_digits' : 'different'
}

export const compareNumbers = (a: Term, b: Term): 'same' | 'one_digit' | 'different' =>
  a === b ? 'same' : a.text.length > 1 && areOneEditApart(a, b) ? 'one_digit' : 'different'

/** Compares phones. A number without area code equals one that ends with it. */
export function comparePhones(a: string, b: string): 'same' | 'one_digit' | 'different' {
  if (a === b) return 'same'
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (shorter.length >= 8 && longer.length > shorter.length && longer.endsWith(shorter)) return 'same'
  return isOneEdit(shorter, longer) ? 'one_digit' : 'different'
}

/** Mailboxes that companies name after a department, so that two companies often have the same one. */
const ROLE_MAILBOXES = new Set(
  [
    'admin administracao administrativo atendimento cobranca comercial compras contabilidade contato diretoria faturamento',
    'financeiro fiscal loja marketing nfe ouvidoria recepcao rh sac secretaria suporte vendas',
    'administracion atencion compras contabilidad contacto facturacion finanzas tienda ventas',
    'accounting billing contact hello help hr info mail office purchasing sales shop store support',
  ].flatMap((words) => words.split(' ')),
)

export function compareEmails(a: string, b: string): 'same' | 'same_mailbox' | 'similar' | 'different' {
  if (a === b) return 'same'
  const [mailbox, domain] = split(a)
  const [other, otherDomain] = split(b)
  if (mailbox === other) return ROLE_MAILBOXES.has(mailbox) ? 'different' : 'same_mailbox'
  // A mailbox with another number often belongs to a namesake: maria.silva12, maria.silva77.
  const isMisspelt = mailbox.length > 5 && isOneEdit(mailbox, other) && digitsOf(mailbox) === digitsOf(other)
  return isMisspelt && domain === otherDomain ? 'similar' : 'different'
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

const split = (email: string): [string, string] => {
  const at = email.indexOf('@')
  return at < 0 ? [email, ''] : [email.slice(0, at), email.slice(at + 1)]
}

/** Compares postal codes. The first five characters of eight, or all but the last of fewer, name the area. */
export function comparePostalCodes(a: Term, b: Term): 'same' | 'one_digit' | 'same_area' | 'different' {
  if (a === b) return 'same'
  if (areOneEditApart(a, b)) return 'one_digit'
  return a.text.length === 8 && a.text.slice(0, 5) === b.text.slice(0, 5) ? 'same_area' : 'different'
}
