import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { aPdf, anEncryptedPdf } from '@/lib/pdf/hostile'
import { isCutShort } from '@/lib/http/multipart'
import { withUpload } from './receive'

const MB = 1024 * 1024

function upload(files: [string, Buffer][], fields: Record<string, string> = { title: 'Contrato' }) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, content] of files) form.append('files', new File([new Uint8Array(content)], name))
  return new Request('http://localhost/api/documents', { method: 'POST', body: form })
}

it('passes on PDFs with their digest and pages, and the fields of the form', async () => {
  const seen = await withUpload(
    upload([
      ['C:\\x\\contrato.pdf', aPdf(2)],
      ['b.pdf', aPdf(3)],
    ]),
    'ana',
    async ({ fields, files, fault }) => ({
      ...{
        fields,
        fault,
        names: files.map((file) => [file.name, file.pages, file.bytes === readFileSync(file.path).length]),
      },
      place: files[0]!.path,
    }),
  )
  expect(seen).toMatchObject({
    fields: { title: 'Contrato' },
    fault: null,
    names: [
      ['contrato.pdf', 2, true],
      ['b.pdf', 3, true],
    ],
  })
  expect(() => readFileSync(seen.place)).toThrow(/ENOENT/)
})

it.each<[string, () => Promise<[string, Buffer][]>, string]>([
  ['a picture', async () => [['a.pdf', Buffer.from([0x89, 0x50, 0x4e, 0x47])]], 'not_pdf'],
  ['an empty file', async () => [['a.pdf', Buffer.alloc(0)]], 'empty_file'],
  [
    'a protected file among valid ones',
    async () => [
      ['a.pdf', aPdf()],
      ['b.pdf', await anEncryptedPdf()],
    ],
    'encrypted_pdf',
  ],
  ['two hundred megabytes', async () => [['a.pdf', Buffer.alloc(200 * MB, 0x20)]], 'too_large'],
  [
    'eleven files',
    async () => Array.from({ length: 11 }, (_, at): [string, Buffer] => [`${at}.pdf`, aPdf()]),
    'too_many_files',
  ],
])('refuses %s and passes on nothing', async (_, files, code) => {
  const received = await withUpload(upload(await files()), 'ana', async ({ files: taken, fault }) => ({
    taken,
    code: fault?.code,
  }))
  expect(received).toEqual({ taken: [], code })
})

it.each([
  ['quotes, as browsers write them', 'João & Cia; %22x%22.pdf', 'João & Cia; "x".pdf'],
  ['another ending', 'nota.html', 'nota.html.pdf'],
  ['no ending', 'Contrato assinado', 'Contrato assinado.pdf'],
  ['an ending in capitals', 'A.PDF', 'A.PDF'],
])('keeps a file name with %s', async (_, sent, stored) => {
  const part = `--xx\r\ncontent-disposition: form-data; name="files"; filename="${sent}"\r\n\r\n`
  const body = `${part}${aPdf().toString('latin1')}\r\n--xx--\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=xx' }
  const request = new Request('http://localhost/', { method: 'POST', headers, body })
  expect(await withUpload(request, 'ana', async ({ files }) => files[0]!.name)).toBe(stored)
})

it('treats an empty file input as no file', async () => {
  expect(
    await withUpload(upload([['', Buffer.alloc(0)]]), 'ana', async ({ files, fault }) => [files.length, fault]),
  ).toEqual([0, null])
})

it('sanitizes fields and file names as the database requires', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=xx' }
  const part = (disposition: string, content: string) =>
    `--xx\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
  const body = `${part('name="title"', 'Con\0trato')}${part(`name="files"; filename*=UTF-8''..%2F..%2Fa%00%0D%0A%E2%80%AEb.pdf`, aPdf().toString('latin1'))}--xx--\r\n`
  const seen = await withUpload(
    new Request('http://localhost/', { method: 'POST', headers, body }),
    'ana',
    async ({ fields, files }) => [fields.title, files[0]!.name],
  )
  expect(seen).toEqual(['Contrato', 'ab.pdf'])
})

it('leaves no file open when the client disconnects', async () => {
  const headers = new Headers({ 'content-type': 'multipart/form-data; boundary=xx' })
  const part = '--xx\r\ncontent-disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7'
  const body = new ReadableStream({
    start: (to) => {
      to.enqueue(Buffer.from(part))
      setTimeout(() => to.error(new Error('aborted')), 100)
    },
  })
  await expect(withUpload({ headers, body }, 'ana', async () => 'taken')).rejects.toThrow('aborted')
  expect(readdirSync('/proc/self/fd').filter((fd) => leadsTo(fd).includes('retrato-files-'))).toEqual([])
})

function leadsTo(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return ''
  }
}

it('reports a form that is cut short', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=xx' }
  const body = '--xx\r\ncontent-disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7'
  const cut = new Request('http://localhost/', { method: 'POST', headers, body })
  expect(isCutShort(await withUpload(cut, 'ana', async () => 'taken').catch((error: unknown) => error))).toBe(true)
  const boundless = new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data' },
    body,
  })
  expect(isCutShort(await withUpload(boundless, 'ana', async () => 'taken').catch((error: unknown) => error))).toBe(
    true,
  )
})

it('passes on errors of the caller unchanged', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=xx' }
  const whole = new Request('http://localhost/', {
    method: 'POST',
    headers,
    body: '--xx\r\ncontent-disposition: form-data; name="title"\r\n\r\nFormulário\r\n--xx--\r\n',
  })
  const broken = new Error('Failed query: … params: Formulário')
  const thrown = await withUpload(whole, 'ana', () => Promise.reject(broken)).catch((error: unknown) => error)
  expect(thrown).toBe(broken)
  expect(isCutShort(thrown)).toBe(false)
})
