import { spawnSync } from 'node:child_process'
import type { Kind } from './known'
import { isAllowed, type Person } from './people'
import { SECRETS } from './secrets'

/** Personal values in a text that this person must not see; nobody has a live reveal. */
export const leaksIn = (person: Person, text: string): string[] => found(hiddenFrom(person), text)

/**
 * Personal values in a PDF about the customer of one kind that belong to the other customer. A document may name its own
 * customer, whoever reads it.
 */
export const leaksInPdf = (kind: Kind, pdf: Buffer): string[] =>
  found(kind === 'own' ? [...SECRETS.foreign, ...SECRETS.any] : SECRETS.own, pdfText(pdf) ?? '')

/** What Poppler reads in a PDF; null where it is not installed. */
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
