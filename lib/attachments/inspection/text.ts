import { createReadStream } from 'node:fs'

export type Charset = 'utf-8' | 'windows-1252'

/** Control characters that no text contains. Tab, line feed, form feed and carriage return are allowed. */
const NOT_TEXT = /[\0-\b\v\x0e-\x1a\x1c-\x1f\x7f]/
/** Bytes without a character in Windows-1252. */
const UNDEFINED_BYTES = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** Reads the whole file and returns its encoding, or null when it contains anything but text. */
export async function charsetOf(file: string): Promise<Charset | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let isWindows1252 = true
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (NOT_TEXT.test(chunk.toString('latin1'))) return null
    isUtf8 &&= decodes(decoder, chunk)
    isWindows1252 &&= !chunk.some((byte) => UNDEFINED_BYTES.has(byte))
    if (!isUtf8 && !isWindows1252) return null
  }
  if (isUtf8 && decodes(decoder)) return 'utf-8'
  return isWindows1252 ? 'windows-1252' : null
}

/** Without bytes: whether the last character was complete. */
function decodes(decoder: TextDecoder, bytes?: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: Boolean(bytes) })
    return true
  } catch {
    return false
  }
}

/** Browsers read this many bytes to guess the type of a file (WHATWG MIME Sniffing, 7). */
const SNIFFED_BYTES = 1445
const MARKUP_START = /^\s*<[a-z!?/]/i
const MARKUP = /<(?:!doctype|html|head|body|script|iframe|svg|object|embed|meta|style)\b/i
const SCRIPT_START = /^\s*(?:#!|@echo\b|<\?)/i

/** Whether a text begins like a web page, a picture in SVG, XML or a script. */
export function isActiveText(head: Buffer): boolean {
  const text = head
    .subarray(0, SNIFFED_BYTES)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  return MARKUP_START.test(text) || MARKUP.test(text) || SCRIPT_START.test(text)
}
