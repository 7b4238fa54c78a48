import { open } from 'node:fs/promises'
import type { FileType } from '../file-types'
import { extensionOf } from './name'
import { officeTypeOf } from './office'
import { charsetOf, isActiveText, type Charset } from './text'

type Sniffed = { type: FileType; charset: Charset | null }

const HEAD_BYTES = 2048

/** The first bytes of each type, in latin-1. */
const SIGNATURES: readonly (readonly [RegExp, FileType])[] = [
  [/^%PDF-/, 'pdf'],
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpeg'],
  [/^RIFF[^]{4}WEBP/, 'webp'],
  [/^GIF8[79]a/, 'gif'],
  [/^OggS\0/, 'ogg'],
  [/^(?:ID3|\xff[\xf2\xf3\xfa\xfb])/, 'mp3'],
  [/^[^]{4}ftypM4[AB] /, 'm4a'],
]

/** Programs for Windows, Linux and macOS. */
const PROGRAM = /^(?:MZ|\x7fELF|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe)/

/**
 * Recognises the type of a file by its content (WHATWG MIME Sniffing). The name is used only to distinguish CSV from plain text. Returns
 * `active` for a program, a script, a web page or a document with macros, and null for any other type that is not accepted.
 */
export async function sniff(file: string, name: string): Promise<Sniffed | 'active' | null> {
  const head = await headOf(file)
  const start = head.toString('latin1')
  if (PROGRAM.test(start)) return 'active'
  const found = SIGNATURES.find(([signature]) => signature.test(start))
  if (found) return { type: found[1], charset: null }
  if (start.startsWith('PK\x03\x04')) {
    const office = await officeTypeOf(file)
    return office && office !== 'active' ? { type: office, charset: null } : office
  }
  const charset = await charsetOf(file)
  if (!charset) return null
  if (isActiveText(head)) return 'active'
  return { type: extensionOf(name) === 'csv' ? 'csv' : 'text', charset }
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
