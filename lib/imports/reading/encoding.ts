import iconv from 'iconv-lite'
import type { ImportDialect } from '@/db/schema/imports'

export type Encoding = ImportDialect['encoding']

/** Node's own names are Latin-1 proper; files that say so are Windows-1252 in practice. */
const DECODERS: Record<Encoding, string> = { 'utf-8': 'utf-8', 'utf-16le': 'utf-16le', latin1: 'windows-1252' }

export const decode = (bytes: Buffer, encoding: Encoding): string =>
  iconv.decode(bytes, DECODERS[encoding], { stripBOM: true })

export const decoder = (encoding: Encoding): NodeJS.ReadWriteStream =>
  iconv.decodeStream(DECODERS[encoding], { stripBOM: true })

const startsWith = (bytes: Buffer, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

export const isUtf16 = (head: Buffer): boolean => startsWith(head, 0xff, 0xfe)

/** What stands where a letter could not be read. */
export const LOST = '\ufffd'
const LOST_CODE = LOST.charCodeAt(0)

/** A spreadsheet or another archive, by its first bytes. */
export const isArchive = (head: Buffer): boolean =>
  startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)

/**
 * Says at the end of a file whether it is UTF-8. Some bytes of another encoding, from a file glued to it, do not make it
 * one: only when more letters are lost than read is it Latin-1. A character may be cut between two chunks.
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
