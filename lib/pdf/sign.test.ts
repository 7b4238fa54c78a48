import { PDFDocument } from '@cantoo/pdf-lib'
import { aPdf } from '@/lib/testing/documents'
import { appendPages } from './append'
import { openCertificate } from './certificate'
import { signPdf } from './sign'
import { opensslVerifies, popplerSignature } from '@/lib/testing/signature'
import { aCertificate } from '@/lib/testing/certificate'

const made = aCertificate('segredo')
const certificate = openCertificate(made.p12, 'segredo')
const field = { name: 'Empresa de Teste Ltda', reason: 'Aceite digital RT-7K4M-Q2XD-9H3F', at: new Date() }

async function aForm(): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const box = pdf.getForm().createTextField('nome')
  box.addToPage(pdf.addPage([595, 842]), { x: 50, y: 700 })
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

const ORIGINALS: [string, () => Promise<Buffer>][] = [
  ['objects in compressed streams', () => aPdf()],
  [
    'a cross-reference table',
    async () => Buffer.from(await (await PDFDocument.load(await aPdf())).save({ useObjectStreams: false })),
  ],
  ['a form of its own', aForm],
]

const missing = (said: string | null, words: string[]) =>
  said === null ? [] : words.filter((word) => !said.includes(word))

describe.each(ORIGINALS)('[A6] a document with %s', (_, original) => {
  let signed: Buffer
  let before: Buffer
  beforeAll(async () => {
    before = await original()
    signed = await signPdf((await appendPages(before, await aPdf('Laudo'), 'test', field)).pdf, certificate)
  })

  test('keeps its bytes and its pages', async () => {
    expect(signed.subarray(0, before.length).equals(before)).toBe(true)
    expect((await PDFDocument.load(signed)).getPageCount()).toBe(2)
  })

  test('is signed as OpenSSL and Poppler understand it', () => {
    expect(opensslVerifies(signed, made.pem)).toBe(true)
    expect(
      missing(popplerSignature(signed), ['ETSI.CAdES.detached', 'Total document signed', 'Signature is Valid']),
    ).toEqual([])
  })

  test('does not verify with one byte changed', () => {
    const altered = Buffer.from(signed)
    altered[before.length - 20]! ^= 1
    expect(opensslVerifies(altered, made.pem)).toBe(false)
    expect(popplerSignature(altered) ?? '').not.toContain('Signature is Valid')
  })
})
