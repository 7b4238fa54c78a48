import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { aPdf } from '@/lib/testing/documents'
import { appendPages } from './append'
import { openCertificate } from './certificate'
import { signPdf } from './sign'
import { aCertificate } from '@/lib/testing/certificate'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-sign-'))
const made = aCertificate('segredo')
const certificate = openCertificate(made.p12, 'segredo')
const field = { name: 'Empresa de Teste Ltda', reason: 'Aceite digital RT-7K4M-Q2XD-9H3F', at: new Date() }

const keep = (name: string, content: string | Buffer) => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

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

/** OpenSSL knows nothing of PDFs: it gets the signed ranges and the signature, and says whether they belong together. */
function opensslAgrees(pdf: Buffer): boolean {
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(pdf.toString('latin1'))!.slice(1).map(Number)
  const [start, length, second, rest] = range as [number, number, number, number]
  expect(second + rest).toBe(pdf.length)
  const content = keep('content', Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(second)]))
  const padded = Buffer.from(pdf.subarray(length + 1, second - 1).toString('latin1'), 'hex')
  const signature = keep('signature.der', padded.subarray(0, 4 + padded.readUInt16BE(2)))
  const args = [
    'cms',
    '-verify',
    '-cades',
    '-inform',
    'DER',
    '-binary',
    '-in',
    signature,
    '-content',
    content,
    '-CAfile',
    keep('ca.pem', made.pem),
    '-purpose',
    'any',
    '-out',
    path.join(folder, 'out'),
  ]
  return spawnSync('openssl', args).status === 0
}

/** Poppler reads the PDF as a viewer does; null where it is not installed. */
function popplerSays(pdf: Buffer): string | null {
  const { stdout, error } = spawnSync('pdfsig', [keep('signed.pdf', pdf)], { encoding: 'utf8' })
  return error ? null : stdout
}

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
    expect(opensslAgrees(signed)).toBe(true)
    expect(
      missing(popplerSays(signed), ['ETSI.CAdES.detached', 'Total document signed', 'Signature is Valid']),
    ).toEqual([])
  })

  test('does not verify with one byte changed', () => {
    const altered = Buffer.from(signed)
    altered[before.length - 20]! ^= 1
    expect(opensslAgrees(altered)).toBe(false)
    expect(popplerSays(altered) ?? '').not.toContain('Signature is Valid')
  })
})

test('a wrong password opens no certificate', () => {
  expect(() => openCertificate(made.p12, 'outra')).toThrow(/password|MAC/i)
})
