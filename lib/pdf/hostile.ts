import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'

/** PDFs for tests: a valid one, and hostile ones that must be refused. */
export function aPdf(pages = 1): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(' ')
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'
  return aPdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    ...Array<string>(pages).fill(page),
  ])
}

export async function anEncryptedPdf(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage([200, 200])
  document.encrypt({ userPassword: 'segredo', ownerPassword: 'segredo' })
  return Buffer.from(await document.save())
}

/** A page tree that is its own child, so that reading it never ends. */
export const anEndlessPdf = (): Buffer =>
  aPdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>'])

const MEGA = 1024 * 1024
const BOMB_BYTES = 1024 * MEGA

/** A few kilobytes that unpack to a gigabyte, in the list of objects or an object stream, compressed once or several times. */
export function aPdfBomb(type: 'ObjStm' | 'XRef', times = 2): Buffer {
  const filters = `[${'/FlateDecode '.repeat(times)}]`
  let stream = deflatedZeros(BOMB_BYTES)
  for (let more = 1; more < times; more += 1) stream = deflateSync(stream, { level: 9 })
  const particular = type === 'ObjStm' ? '/N 1 /First 10' : '/W [1 2 1] /Size 10 /Root 1 0 R'
  const packed = `<< /Type /${type} ${particular} /Filter ${filters} /Length ${stream.length} >>\nstream\n${stream.toString('latin1')}\nendstream`
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'
  return aPdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page, packed])
}

/** A deflated gigabyte of zeros, made by repeating the blocks of a megabyte. Its checksum is not valid, but no reader gets that far. */
function deflatedZeros(bytes: number): Buffer {
  const mega = deflateRawSync(Buffer.alloc(MEGA), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([
    Buffer.from([0x78, 0xda]),
    ...Array<Buffer>(bytes / MEGA).fill(mega),
    Buffer.from([0x03, 0x00]),
  ])
}

/** Millions of small objects, which need many times more memory than they have bytes in the file. */
export const aPdfOfManyObjects = (): Buffer =>
  aPdfOf(['<< /Type /Catalog /Pages 2 0 R >>', `[${'[]'.repeat(10_000_000)}]`])

/** Builds a PDF of these objects, numbered from 1. The first one is the catalogue. */
export function aPdfOf(objects: string[]): Buffer {
  let body = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${body}${table}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  )
}
