import { z } from 'zod'

/** Where the next page of a search starts: the probe it stopped in, and the key and customer it showed last. */
const schema = z.strictObject({
  probe: z.enum(['id', 'number', 'document', 'email', 'phone', 'name_start', 'name_words']),
  key: z.string().max(400),
  id: z.guid(),
  /** Customers shown so far, for "more than N". */
  shown: z.number().int().min(0).max(1_000_000),
})

export type SearchCursor = z.output<typeof schema>

export const encodeCursor = (cursor: SearchCursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Null for anything that is not a cursor of ours: the search then starts over. */
export function decodeCursor(text: string | undefined): SearchCursor | null {
  if (!text || text.length > 1000) return null
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return null
  }
}
