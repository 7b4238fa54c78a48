import { inflateSync } from 'node:zlib'

const HEADER_BYTES = 44
const ENTRY_BYTES = 20
const SEGMENT_MAPPING = 4

/** Returns the characters for which a WOFF font has glyphs, from its `cmap` table (OpenType, "cmap", format 4: up to U+FFFF). */
export function charactersOf(woff: Buffer): Set<number> {
  const cmap = tableOf(woff, 'cmap')
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(4 + at * 8 + 4))
  const start = subtables.find((offset) => cmap.readUInt16BE(offset) === SEGMENT_MAPPING)
  return start === undefined ? new Set() : segmentsOf(cmap.subarray(start))
}

/** Returns a table of the file, which is uncompressed if compression did not make it smaller (W3C WOFF 1.0, section 4). */
function tableOf(woff: Buffer, tag: string): Buffer {
  for (let at = HEADER_BYTES; at < HEADER_BYTES + woff.readUInt16BE(12) * ENTRY_BYTES; at += ENTRY_BYTES) {
    if (woff.toString('latin1', at, at + 4) !== tag) continue
    const [offset, packed, length] = [4, 8, 12].map((place) => woff.readUInt32BE(at + place)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(offset, offset + packed)
    return packed < length ? inflateSync(bytes) : bytes
  }
  throw new Error(`the font has no ${tag} table`)
}

function segmentsOf(table: Buffer): Set<number> {
  const bytes = table.readUInt16BE(6)
  const [ends, starts, deltas, ranges] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes] as const
  const characters = new Set<number>()
  for (let at = 0; at < bytes; at += 2) {
    const [end, start] = [table.readUInt16BE(ends + at), table.readUInt16BE(starts + at)]
    const [delta, range] = [table.readUInt16BE(deltas + at), table.readUInt16BE(ranges + at)]
    for (let character = start; character <= end && character < 0xffff; character += 1) {
      const place = ranges + at + range + (character - start) * 2
      const glyph = range ? table.readUInt16BE(place) : (character + delta) & 0xffff
      if (glyph) characters.add(character)
    }
  }
  return characters
}
