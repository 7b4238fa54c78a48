import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspectPdf } from './inspect'
import { anEncryptedPdf, anEndlessPdf, aPdf, aPdfBomb, aPdfOfManyObjects } from './hostile'

const place = mkdtempSync(path.join(tmpdir(), 'retrato-pdf-'))

function inspect(content: Buffer) {
  const file = path.join(place, 'file.pdf')
  writeFileSync(file, content)
  return inspectPdf(file, 'test')
}

test('a PDF is taken with its number of pages', async () => {
  expect(await inspect(aPdf(3))).toEqual({ ok: true, pages: 3 })
})

test.each([
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not_pdf'],
  ['a web page that names itself a PDF', () => Buffer.from('<html><script>alert(1)</script></html>'), 'not_pdf'],
  ['a beginning without the rest', () => aPdf(2).subarray(0, 40), 'inconsistent_pdf'],
  ['a page tree without end', anEndlessPdf, 'inconsistent_pdf'],
  ['a protected file', anEncryptedPdf, 'encrypted_pdf'],
  ['a list of objects that unpacks to a gigabyte', () => aPdfBomb('XRef'), 'heavy_pdf'],
  ['objects that unpack to a gigabyte', () => aPdfBomb('ObjStm'), 'heavy_pdf'],
  ['the same, packed three times', () => aPdfBomb('ObjStm', 3), 'heavy_pdf'],
  ['ten million objects', aPdfOfManyObjects, 'heavy_pdf'],
  ['ten thousand pages', () => aPdf(10_000), 'too_many_pages'],
])('%s is refused', async (_, content, code) => {
  expect(await inspect(await content())).toEqual({ ok: false, code })
})
