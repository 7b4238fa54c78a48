import { spawnSync } from 'node:child_process'
import type { Kind } from './record-ids'
import { isAllowed, type Person } from './people'
import { SECRETS } from './secrets'

/** Returns the personal values in a text that this person must not see. Nobody has an active reveal. */
export const leaksIn = (person: Person, text: string): string[] => found(hiddenFrom(person), text)

/**
 * Returns the personal values in a PDF that belong to the other customer. A document may contain the values of its own customer,
 * no matter who reads it.
 */
export const leaksInPdf = (kind: Kind, pdf: Buffer): string[] =>
  found(kind === 'own' ? [...SECRETS.foreign, ...SECRETS.any] : SECRETS.own, pdfText(pdf) ?? '')

/** Returns the text of a PDF, or null if Poppler is not installed. */
export function pdfText(pdf: Buffer): string | null {
  const { stdout, error } = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  return error ? null : stdout
}

function found(secrets: readonly string[], text: string): string[] {
  const lower = text.toLowerCase()
  return secrets.filter((secret) => lower.includes(secret.toLowerCase()))
}

function hiddenFrom(person: Person): readonly string[] {
  if (!person.user) return [...SECRETS.own, ...SECRETS.foreign, ...SECRETS.any]
  const masked = isAllowed(person, 'personal.read') ? [] : [...SECRETS.own, ...SECRETS.foreign]
  return person.user.scope === 'all' ? masked : [...masked, ...SECRETS.foreign, ...SECRETS.any]
}
