import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** The smallest PNG that a browser shows: one pixel. */
export function aPng(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(1, 0)
  header.writeUInt32BE(1, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 0x2f, 0x6f, 0xed]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

/** The checksum of PNG (ISO 3309). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
}
const MAIN_PART = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' }

/** An office document that has what programs recognise it by; `more` adds or replaces parts. */
export function anOfficeFile(type: keyof typeof MAIN, more: Record<string, string> = {}): Buffer {
  const parts = {
    '[Content_Types].xml': `<Types><Override PartName="/${MAIN_PART[type]}" ContentType="${MAIN[type]}"/></Types>`,
    [MAIN_PART[type]]: '<x/>',
    ...more,
  }
  return aZip(parts)
}

export const anOdt = (more: Record<string, string> = {}): Buffer =>
  aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>', ...more })

export const aZip = (parts: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))))
