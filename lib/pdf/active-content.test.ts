import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { goingOutCase } from '@/lib/testing/cases'
import { aPdfOf } from './hostile'
import { inspectPdf } from './inspect'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-active-'))

function inspect(content: Buffer) {
  const file = path.join(folder, 'file.pdf')
  writeFileSync(file, content)
  return inspectPdf(file, 'test')
}

/** One page, with these entries in the catalogue and in the page, and further objects from number 4. */
const withEntries = (catalog: string, page = '', ...more: string[]) =>
  aPdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] ${page} >>`,
    ...more,
  ])

const link = (action: string) => `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${action} >>]`

test.each<[string, Buffer]>([
  ['a script that runs when it is opened', withEntries('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
  ['a script with an escaped name', withEntries('/OpenAction << /S /Java#53cript /JS (app.alert(1)) >>')],
  [
    'a script in another object',
    withEntries('/OpenAction 4 0 R', '', '<< /S 5 0 R /JS (app.alert(1)) >>', '/JavaScript'),
  ],
  ['scripts by name', withEntries('/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>')],
  ['a web address that is opened by itself', withEntries('/OpenAction << /S /URI /URI (http://localhost) >>')],
  ['a program behind a link', withEntries('', link('<< /S /Launch /F (calc.exe) >>'))],
  [
    'a program behind a harmless action',
    withEntries('', link('<< /S /GoTo /D [3 0 R /Fit] /Next << /S /Launch /F (x) >> >>')),
  ],
  ['a form that is sent', withEntries('', link('<< /S /SubmitForm /F (http://localhost) >>'))],
  ['an action when the page is shown', withEntries('', '/AA << /O << /S /URI /URI (http://localhost) >> >>')],
  [
    'an embedded file',
    withEntries('/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>', '', '<< /Type /Filespec /F (a) >>'),
  ],
  [
    'a file in an annotation',
    withEntries('', '/Annots [<< /Subtype /FileAttachment /FS << /F (a) /EF << /F 4 0 R >> >> >>]', '<< >>'),
  ],
  ['an XFA form', withEntries('/AcroForm << /Fields [] /XFA [(a) 4 0 R] >>', '', '<< >>')],
  [
    'a web page in its first comment',
    Buffer.from(withEntries('').toString('latin1').replace('%PDF-1.7\n', '%PDF-1.7 <html><script>alert(1)</script>\n')),
  ],
  ['a web page in a comment further down', withEntries('', '', `<< >>\n%${' '.repeat(3000)}<script>alert(1)</script>`)],
])('a file with %s is refused', async (_, content) => {
  const inspected = await inspect(content)
  expect(inspected).toEqual({ ok: false, code: expect.stringMatching(/active_pdf|inconsistent_pdf/) })
})

test.each<[string, Buffer]>([
  ['opens at a page', withEntries('/OpenAction [3 0 R /Fit]')],
  ['opens at a page through an action', withEntries('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>')],
  ['has a link to a web address', withEntries('', link('<< /S /URI /URI (http://localhost) >>'))],
  [
    'writes of <script> in a title far down',
    withEntries('/Outlines << /First 4 0 R >>', '', `<< /Title (${'.'.repeat(1500)} The <script> element) >>`),
  ],
])('a file that %s is accepted', async (_, content) => {
  expect(await inspect(content)).toEqual({ ok: true, pages: 1 })
})

test('a script in a compressed object is found', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage([200, 200])
  pdf.addJavaScript('open', 'app.alert(1)')
  expect(await inspect(Buffer.from(await pdf.save()))).toEqual({ ok: false, code: 'active_pdf' })
})

test.each([
  ['15-owner-password-only.pdf', 'restricted_pdf'],
  ['15b-owner-password-objstm.pdf', 'restricted_pdf'],
  ['15c-user-password-objstm.pdf', 'encrypted_pdf'],
])('%s is refused as %s', async (name, code) => {
  expect(await inspect(goingOutCase(name))).toEqual({ ok: false, code })
})
