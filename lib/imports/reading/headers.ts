import { createHash } from 'node:crypto'
import type { ImportKind } from '@/db/schema/imports'
import { sanitizeText } from '@/lib/values/sanitize-text'
import { mended } from './mend'

/** Characters. Longer cells are texts rather than column names, and a form has to post the names. */
const NAME_CHARS_MAX = 180

/** Column names as shown and mapped: trimmed, never empty, each unique. */
export function headersOf(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, at) => {
    const text = mended(sanitizeText(cell)).trim().replace(/\s+/g, ' ')
    const name = text.slice(0, NAME_CHARS_MAX).toWellFormed() || `#${at + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** A header for comparison: without case, accents and punctuation. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim()

/** A longer key would not fit into the index of mappings. */
const SET_KEY_CHARS_MAX = 2000

/** Identifies files with the same columns: their names in order, or their hash when they are too long. */
export function headerSetKey(kind: ImportKind, headers: readonly string[]): string {
  const names = headers.map(headerKey).join('\t')
  const key = kind === 'customers' ? names : `${kind}:\t${names}`
  return key.length <= SET_KEY_CHARS_MAX ? key : createHash('sha256').update(key).digest('hex')
}
