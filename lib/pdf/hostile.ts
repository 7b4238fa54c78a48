import { PDFDocument } from '@cantoo/pdf-lib'

/** PDFs for tests: an honest one of so many pages, and those nobody should take. */
export function aPdf(pages = 1): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(' ')
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'
  return written(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`, ...Array<string>(pages).fill(page)])
}

export async function anEncryptedPdf(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage([200, 200])
  document.encrypt({ userPassword: 'segredo', ownerPassword: 'segredo' })
  return Buffer.from(await document.save())
}

/** A page tree that is its own child: reading it never ends. */
export const anEndlessPdf = (): Buffer => written(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>'])

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
function written(objects: string[]): Buffer {
  let body = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(`${body}${table}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n${body.length}\n%%EOF`)
}
