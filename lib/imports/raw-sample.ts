import { query } from '@/lib/kernel/query'
import { maySeeRows } from './policy'
import type { ImportRow } from './queries'
import { decode, ENCODINGS, type Encoding } from './reading/encoding'
import { headOf } from './reading/head'
import { linesOf } from './reading/lines'
import type { Line } from './reading/row-assembler'

const LINES = 12
const LINE_CHARS = 160
const AROUND_BYTES = 12

export type RawSample = {
  /** The first lines of the file, unparsed. */
  lines: Line[]
  /** The first word with an accent, as each encoding reads it; empty in a file without accents. */
  words: Record<Encoding, string>
}

/** Returns samples of a file, for a user who sets how it is read. Null if the viewer may not see the rows, or if the file is missing. */
export const getRawSample = query('imports.run', async (ctx, file: ImportRow): Promise<RawSample | null> => {
  if (!maySeeRows(ctx.viewer, file)) return null
  const { bytes } = await headOf(file.storageKey).catch(() => ({ bytes: null }))
  if (!bytes) return null
  const lines = linesOf(decode(bytes, file.dialect.encoding), file.dialect.rowEnd).slice(0, LINES)
  return {
    lines: lines.map(({ text, number }) => ({ number, text: text.slice(0, LINE_CHARS) })),
    words: wordsOf(bytes),
  }
})

function wordsOf(bytes: Buffer): Record<Encoding, string> {
  const at = bytes.findIndex((byte) => byte > 0x7f)
  // It starts at an even offset, because UTF-16 has two bytes for each letter.
  const from = Math.max(0, at - AROUND_BYTES - ((at - AROUND_BYTES) % 2))
  const around = at < 0 ? Buffer.alloc(0) : bytes.subarray(from, at + 2 * AROUND_BYTES)
  const word = (encoding: Encoding) =>
    decode(around, encoding)
      .split(/[\r\n;,\t|"]/)
      .find((part) => /[^\0-\u007f]/.test(part))
      ?.trim() ?? ''
  return Object.fromEntries(ENCODINGS.map((encoding) => [encoding, word(encoding)])) as Record<Encoding, string>
}
