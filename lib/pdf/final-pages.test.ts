import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { aPdf } from '@/lib/testing/documents'
import { goingOutCase } from '@/lib/testing/cases'
import {
  pdfiumPages,
  popplerComplaints,
  popplerPageFormat,
  popplerPages,
  qpdfComplaints,
} from '@/lib/testing/pdf-readers'
import { appendPages } from './append'
import { inspectPdf } from './inspect'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-final-'))
const signature = { name: 'Empresa de Teste Ltda', reason: 'Aceite digital', at: new Date() }

function inspect(content: Buffer) {
  const file = path.join(folder, 'file.pdf')
  writeFileSync(file, content)
  return inspectPdf(file, 'test')
}

/** The contract of the cases with other parts: each is one change of one of its objects, its table, or its end. */
function variant(from: string, change: (text: string) => string): Buffer {
  return Buffer.from(change(goingOutCase(from).toString('latin1')), 'latin1')
}

/** Writes the table again, so that only the change itself is wrong. */
function retabled(text: string): string {
  const body = text.slice(0, text.lastIndexOf('\nxref') + 1)
  const offsets = [...body.matchAll(/^(\d+) 0 obj/gm)].map(
    ({ index }) => `${String(index).padStart(10, '0')} 00000 n \n`,
  )
  const size = offsets.length + 1
  return `${body}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Root 1 0 R /Size ${size} >>\nstartxref\n${body.length}\n%%EOF\n`
}

const sound = (change: (text: string) => string) => variant('02-rotate-inherited.pdf', (text) => retabled(change(text)))

describe('[A5] a file with references that readers would repair is refused at upload', () => {
  test.each<[string, Buffer]>([
    ['a startxref that leads outside the file', goingOutCase('01-startxref-off.pdf')],
    ['a startxref one byte off', variant('02-rotate-inherited.pdf', (text) => text.replace('\n428\n', '\n427\n'))],
    ['no startxref and %%EOF', goingOutCase('01c-cut-end.pdf')],
    ['no word xref', variant('02-rotate-inherited.pdf', (text) => text.replace('\nxref\n', '\nzref\n'))],
    [
      'a line of the table one byte off',
      variant('02-rotate-inherited.pdf', (text) => text.replace('0000000157', '0000000158')),
    ],
    [
      'lines of the table without their 20th byte',
      variant('02-rotate-inherited.pdf', (text) => text.replaceAll(' n \n', ' n\n')),
    ],
    [
      'a table that begins with another number',
      variant('02-rotate-inherited.pdf', (text) => text.replace('\n0 6\n', '\n1 6\n')),
    ],
    ['bytes before its header', variant('02-rotate-inherited.pdf', (text) => `\n\n${text}`)],
    [
      'a page that a second object of the same number replaces',
      sound(
        (text) =>
          `${text.slice(0, text.lastIndexOf('\nxref'))}\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj${text.slice(text.lastIndexOf('\nxref'))}`,
      ),
    ],
    ['a page tree that states too many pages', sound((text) => text.replace('/Count 1', '/Count 2'))],
    [
      'a page tree that names a page that is missing',
      sound((text) => text.replace('[3 0 R]', '[3 0 R 8 0 R]').replace('/Count 1', '/Count 2')),
    ],
  ])('%s', async (_, content) => {
    const { ok, ...rest } = await inspect(content)
    expect(ok).toBe(false)
    expect(['inconsistent_pdf', 'not_pdf']).toContain('code' in rest && rest.code)
  })
})

const ACCEPTED: [string, Buffer][] = [
  ['a rotation on the root of the page tree', goingOutCase('02-rotate-inherited.pdf')],
  [
    'a rotation of 180 and a small crop box there',
    sound((text) => text.replace('/Rotate 90', '/Rotate 180 /CropBox [0 0 300 300]')),
  ],
  [
    'a page tree of two levels',
    sound((text) =>
      text
        .replace('[3 0 R]', '[6 0 R]')
        .replace('/Parent 2 0 R', '/Parent 6 0 R')
        .replace(
          '\nxref',
          '\n6 0 obj\n<< /Type /Pages /Parent 2 0 R /Count 1 /Rotate 270 /Kids [3 0 R] >>\nendobj\nxref',
        ),
    ),
  ],
  [
    'kids in a list of their own',
    sound((text) => text.replace('/Kids [3 0 R]', '/Kids 6 0 R').replace('\nxref', '\n6 0 obj\n[3 0 R]\nendobj\nxref')),
  ],
  ['a form whose list of fields is missing', goingOutCase('03-acroform-fields-missing.pdf')],
  ['a form whose list of fields is a dictionary', goingOutCase('03c-acroform-fields-dict.pdf')],
  [
    'a form that is a number',
    variant('03c-acroform-fields-dict.pdf', (text) => retabled(text.replace('<< /Fields << >> >>', '42'))),
  ],
  [
    'a form that is missing',
    variant('03c-acroform-fields-dict.pdf', (text) => retabled(text.replace('<< /Fields << >> >>', '9 0 R'))),
  ],
  [
    'a form whose list of fields is an object of its own',
    variant('03-acroform-fields-missing.pdf', (text) =>
      retabled(text.replace('/Fields 9 0 R', '/Fields 6 0 R').replace('\nxref', '\n6 0 obj\n[]\nendobj\nxref')),
    ),
  ],
]

describe.each(ACCEPTED)('[A5] a file with %s', (_, original) => {
  let pdf: Buffer
  beforeAll(async () => {
    pdf = (await appendPages(original, await aPdf('Laudo'), 'test', signature)).pdf
  })

  test('is accepted at upload', async () => {
    expect(await inspect(original)).toEqual({ ok: true, pages: 1 })
  })

  test('is followed by the laudo in every reader', async () => {
    const shown = [await pdfiumPages(pdf), popplerPages(pdf)].filter((pages) => pages !== null)
    for (const pages of shown) expect(pages).toEqual([expect.stringContaining('Contrato de teste'), 'Laudo, 1'])
    expect([qpdfComplaints(pdf), popplerComplaints(pdf)].filter(Boolean)).toEqual([])
  })

  test('gives the laudo its own rotation and boxes, and keeps those of its page', async () => {
    const [before, after] = [await PDFDocument.load(original), await PDFDocument.load(pdf)]
    const laudo = after.getPage(1)
    expect([laudo.getRotation().angle, laudo.getCropBox(), laudo.getMediaBox()]).toEqual([
      0,
      { x: 0, y: 0, width: 595, height: 842 },
      { x: 0, y: 0, width: 595, height: 842 },
    ])
    expect(after.getPage(0).getRotation()).toEqual(before.getPage(0).getRotation())
    expect(popplerPageFormat(pdf, 2) ?? '595 x 842 pts (A4), rot 0').toBe('595 x 842 pts (A4), rot 0')
  })
})
