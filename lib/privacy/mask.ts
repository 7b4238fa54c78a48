import type { Viewer } from '@/lib/access/viewer'

/** The value that one reveal shows. */
export type RevealSubject = 'document' | `point:${string}`

/** Shown instead of a masked value. */
export const STARS = '****'

/** `11144477735` → `***.444.777-**`: the middle is enough to recognise a CPF, but not to misuse it. Other documents show their end, at most half. */
export function maskDocument(type: string, number: string): string {
  if (type === 'cpf' && number.length === 11) return `***.${number.slice(3, 6)}.${number.slice(6, 9)}-**`
  return `${STARS}${number.slice(Math.max(number.length - 4, Math.ceil(number.length / 2)))}`
}

/** `+5511987657777` → `(11) 9****-7777`. */
export function maskPhone(normalized: string): string {
  const brazilian = /^\+55(\d{2})(\d)?\d{4}(\d{4})$/.exec(normalized)
  if (brazilian) return `(${brazilian[1]}) ${brazilian[2] ?? ''}${STARS}-${brazilian[3]}`
  return `${normalized.slice(0, 3)} ${STARS}${normalized.slice(-4)}`
}

/** `maria@example.com` → `m****a@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const name = email.slice(0, at)
  return `${name.slice(0, 1)}${STARS}${name.length > 2 ? name.slice(-1) : ''}${email.slice(at)}`
}

/** A masked address shows only the city and state. */
export const maskAddress = (address: { city: string; state?: string }): string =>
  `${STARS}, ${[address.city, address.state].filter(Boolean).join(', ')}`

/** Whether a value is shown in clear: the role reads personal data, or this session has revealed it. */
export const inClear = (viewer: Viewer, revealed: ReadonlySet<string>, subject: string): boolean =>
  viewer.can('personal.read') || revealed.has(subject)
