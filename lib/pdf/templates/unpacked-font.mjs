import { inflateSync } from 'node:zlib'

const HEADER = 44
const ENTRY = 20

/**
 * Returns the font in a WOFF file, without the named tables. The renderer would otherwise unpack a table each time it draws a letter, and
 * a table of substitutions costs more than everything else on a page.
 */
export function unpackedFont(woff, without = []) {
  const tables = entriesOf(woff).filter(({ tag }) => !without.includes(tag))
  const head = Buffer.alloc(12 + tables.length * 16)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(tables.length, 4)
  const parts = [head]
  let place = head.length
  for (const [at, { tag, bytes, checksum }] of tables.entries()) {
    const entry = 12 + at * 16
    head.write(tag, entry, 'latin1')
    for (const [word, value] of [checksum, place, bytes.length].entries())
      head.writeUInt32BE(value, entry + 4 + word * 4)
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
    parts.push(padded)
    place += padded.length
  }
  return Buffer.concat(parts)
}

/** W3C WOFF 1.0, section 4: a table that compression would not make smaller is stored uncompressed. */
function entriesOf(woff) {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, at) => {
    const entry = HEADER + at * ENTRY
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map((place) => woff.readUInt32BE(entry + place))
    const raw = woff.subarray(offset, offset + packed)
    return { tag: woff.toString('latin1', entry, entry + 4), bytes: packed < length ? inflateSync(raw) : raw, checksum }
  })
}
