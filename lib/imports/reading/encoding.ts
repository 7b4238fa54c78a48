import iconv from 'iconv-lite'
import type { ImportDialect } from '@/db/schema/imports'

export type Encoding = ImportDialect['encoding']

/** Node decodes `latin1` strictly; files that claim Latin-1 are Windows-1252 in practice. */
const DECODERS: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  latin1: 'windows-1252',
  macintosh: 'macintosh',
  cp850: 'cp850',
  cp437: 'cp437',
}

export const ENCODINGS = [
  'utf-8',
  'latin1',
  'macintosh',
  'cp850',
  'cp437',
  'utf-16le',
  'utf-16be',
] as const satisfies Encoding[]

export const decode = (bytes: Buffer, encoding: Encoding): string =>
  iconv.decode(bytes, DECODERS[encoding], { stripBOM: true })

export const decoder = (encoding: Encoding): NodeJS.ReadWriteStream =>
  iconv.decodeStream(DECODERS[encoding], { stripBOM: true })

const startsWith = (bytes: Buffer, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

/** The replacement character of a letter that could not be decoded. */
export const LOST = '\ufffd'
const LOST_CODE = LOST.charCodeAt(0)

/** Whether the first bytes are those of a spreadsheet or another archive. */
export const isArchive = (head: Buffer): boolean =>
  startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)

/** Returns the byte order of UTF-16, from its byte order mark or the zero bytes of its Latin letters; null for other encodings. */
export function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be'
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2]!++
  const [even, odd] = zeros.map((count) => count / (head.length / 2)) as [number, number]
  if (odd > 0.5 && even < 0.05) return 'utf-16le'
  return even > 0.5 && odd < 0.05 ? 'utf-16be' : null
}

/**
 * Decides at the end of a file whether it is UTF-8. A few bytes of another encoding, from a file appended to it, do not
 * change that: it is another encoding only when more letters fail to decode than succeed. Chunks may cut a character.
 */
export function utf8Watcher() {
  const lenient = new TextDecoder()
  let read = 0
  let lost = 0
  const feed = (chunk?: Buffer) => {
    const text = lenient.decode(chunk, { stream: chunk !== undefined })
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === LOST_CODE) lost++
      else if (code > 0x7f) read++
    }
  }
  return {
    feed,
    isUtf8: () => {
      feed()
      return lost <= read
    },
  }
}
