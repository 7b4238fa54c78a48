import type { Viewer } from '@/lib/access/viewer'
import { splitPhone } from '@/lib/values/phones'
import { CPF_LENGTH, CPF_ROOT_LENGTH, formatIdDocument } from '@/lib/values/tax-id'

/**
 * What one reveal shows: the document, a contact point, the extra data of an account, a contact by which the customer came, or all
 * attributes from other systems.
 */
export type RevealSubject =
  | 'document'
  | 'attributes'
  | `point:${string}`
  | `customer_account:${string}`
  | `touch:${string}`

/** The mask of a phone hides at least this many digits. */
const HIDDEN_DIGITS = 6

/** Shown instead of a masked value. */
export const STARS = '****'

/**
 * A CPF shows three digits: `11144477735` → `***.***.777-**`. A CNPJ is public and stays in clear. Any other document is hidden completely,
 * because people of one age have similar numbers. docs/decisions/022-masks-and-search.md says how many values share each mask.
 */
export function maskDocument(type: string, number: string): string {
  if (type === 'cnpj') return formatIdDocument(type, number)
  if (type === 'cpf' && number.length === CPF_LENGTH) return `***.***.${number.slice(6, CPF_ROOT_LENGTH)}-**`
  return STARS
}

/** Hides six digits: `+5511987657777` → `(11) 9****-**77`, `+59171234567` → `+591 ****67`. */
export function maskPhone(normalized: string): string {
  const brazilian = /^\+55(\d{2})(9)?\d{6}(\d{2})$/.exec(normalized)
  if (brazilian) return `(${brazilian[1]}) ${brazilian[2] ?? ''}${STARS}-**${brazilian[3]}`
  const { country, national } = splitPhone(normalized)
  const shown = Math.max(0, Math.min(2, national.length - HIDDEN_DIGITS))
  return [country, `${STARS}${shown ? national.slice(-shown) : ''}`].filter(Boolean).join(' ')
}

/** Shows the domain and, if more than two characters precede it, the first letter: `maria@example.com` → `m****@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 0) return STARS
  return `${at > 2 ? email.slice(0, 1) : ''}${STARS}${email.slice(at)}`
}

/** A masked address shows only the city and state. */
export const maskAddress = (address: { city: string; state?: string }): string =>
  `${STARS}, ${[address.city, address.state].filter(Boolean).join(', ')}`

/** Whether a tax id or another document is shown in clear. A CNPJ always is: it is public. */
export const documentInClear = (viewer: Viewer, revealed: ReadonlySet<string>, type: string | null): boolean =>
  type === 'cnpj' || inClear(viewer, revealed, 'document')

/** Whether a value is shown in clear: the role reads personal data, or this session has revealed it. */
export const inClear = (viewer: Viewer, revealed: ReadonlySet<string>, subject: string): boolean =>
  viewer.can('personal.read') || revealed.has(subject)
