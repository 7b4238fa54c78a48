import { hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { open, seal } from '@/lib/audit/seal'
import { env } from '@/lib/env'

/** Where the next page of a search starts: the current probe, and the key and customer that were shown last. */
const schema = z.strictObject({
  probe: z.enum(['id', 'number', 'document', 'email', 'phone', 'name_start', 'name_words']),
  key: z.string().max(400),
  id: z.guid(),
  /** Customers shown so far, for "more than N". */
  shown: z.number().int().min(0).max(1_000_000),
})

export type SearchCursor = z.output<typeof schema>

const PURPOSE = 'search cursor'

let key: Buffer | undefined
const sealing = () => (key ??= Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', PURPOSE, 32)))

/** Encrypted, because it contains a whole e-mail, document or phone, which the page may show masked. Valid for one search (`place`). */
export const encodeCursor = (cursor: SearchCursor, place: string): string =>
  seal(sealing(), Buffer.from(JSON.stringify(cursor)), contextOf(place)).toString('base64url')

/** Returns null for an invalid cursor, or one of another search; the search then starts over. */
export function decodeCursor(text: string | undefined, place: string): SearchCursor | null {
  if (!text || text.length > 1000) return null
  try {
    return schema.parse(JSON.parse(open(sealing(), Buffer.from(text, 'base64url'), contextOf(place)).toString()))
  } catch {
    return null
  }
}

const contextOf = (place: string) => `${PURPOSE} ${place}`
