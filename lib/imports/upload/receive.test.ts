import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stagedFiles } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { isCutShort } from '@/lib/http/multipart'
import { receiveFile } from './receive'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-uploads-'))
process.env.RETRATO_DATA = folder
const MAX_BYTES = 512 * 1024
const { db } = useTestDatabase()

const storedFiles = () =>
  existsSync(path.join(folder, 'uploads/imports')) ? readdirSync(path.join(folder, 'uploads/imports')) : []

function upload(content: string | Uint8Array<ArrayBuffer>, name = 'clientes.csv') {
  const form = new FormData()
  form.set('file', new File([content], name))
  const request = new Request('http://localhost/api/imports', { method: 'POST', body: form })
  return receiveFile(db(), request, newId(), MAX_BYTES)
}

it('stores a file and returns its size, digest and format', async () => {
  const received = await upload('\ufeffnome;cpf\nAna;11144477735\n', 'C:\\tmp\\março.csv')
  expect(received).toMatchObject({
    fileName: 'março.csv',
    file: {
      ok: true,
      bytes: 28,
      headers: ['nome', 'cpf'],
      dialect: { encoding: 'utf-8', delimiter: ';', headerLine: 1, rowEnd: 'lf' },
    },
  })
  expect(storedFiles()).toHaveLength(1)
})

it('records a stored file as staged until an import refers to it', async () => {
  await upload('nome;cpf\nAna;11144477735\n')
  expect(await db().select().from(stagedFiles)).toHaveLength(1)
})

it.each([
  ['nothing', '', 'empty'],
  ['blank lines', '\n\n  \n', 'empty'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'binary'],
  ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'spreadsheet'],
  ['a first line without end', 'x'.repeat(300_000), 'no_header'],
  ['a file beyond the limit', `nome;cpf\n${'Ana;11144477735\n'.repeat(40_000)}`, 'too_large'],
])('refuses %s and stores nothing', async (_, content, code) => {
  const before = storedFiles().length
  expect(await upload(content)).toMatchObject({ file: { ok: false, code } })
  expect(storedFiles()).toHaveLength(before)
  expect(await db().select().from(stagedFiles)).toEqual([])
})

it('takes data without a header, whose columns get numbers', async () => {
  expect(await upload('Ana;11144477735\nBruno;52998224725\n')).toMatchObject({
    file: { ok: true, headers: ['#1', '#2'], dialect: { headerLine: 0, columns: 2 } },
  })
})

it('returns null for a request that is not a form with a file', async () => {
  const request = new Request('http://localhost/api/imports', { method: 'POST', body: 'file=x' })
  expect(await receiveFile(db(), request, newId(), MAX_BYTES)).toEqual({ fields: {}, file: null })
})

it('stores nothing when the client disconnects during the upload', async () => {
  const before = storedFiles().length
  const head =
    '--xx\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nnome;cpf\nAna;11144477735\n'
  const chunks = [new TextEncoder().encode(head), new TextEncoder().encode('Ana;11144477735\n'.repeat(1000))]
  const body = new ReadableStream({
    pull: (stream) => (chunks.length ? stream.enqueue(chunks.shift()!) : stream.error(new Error('aborted'))),
  })
  const headers = new Headers({ 'content-type': 'multipart/form-data; boundary=xx' })
  await expect(receiveFile(db(), { body, headers }, newId(), MAX_BYTES)).rejects.toThrow('aborted')
  await sleep(100)
  expect(storedFiles()).toHaveLength(before)
})

it('removes characters from the name that Postgres cannot store', async () => {
  const name = encodeURIComponent(`${'😀'.repeat(98)}\0abcd.csv`)
  const body = `--xx\r\ncontent-disposition: form-data; name="file"; filename*=utf-8''${name}\r\n\r\nnome;cpf\nAna;1\n\r\n--xx--\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=xx' }
  const { fileName } = (await receiveFile(
    db(),
    new Request('http://localhost/', { method: 'POST', headers, body }),
    newId(),
    MAX_BYTES,
  )) as { fileName: string }
  expect(fileName).toMatch(/^\ufffd(😀)+abcd\.csv$/)
})

it('distinguishes a storage failure from a client that disconnected', async () => {
  const place = path.join(folder, 'uploads/imports')
  renameSync(place, `${place}-aside`)
  writeFileSync(place, 'no folder')
  const failure = await upload(`nome;cpf\n${'Ana;11144477735\n'.repeat(20_000)}`).catch((error: unknown) => error)
  rmSync(place)
  renameSync(`${place}-aside`, place)
  expect(failure).toMatchObject({ code: expect.stringMatching(/^E(EXIST|NOTDIR)$/) })
  expect(isCutShort(failure)).toBe(false)
})

it('reports a form that is cut short', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=xx' }
  const body = '--xx\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nnome;cpf\nAna'
  await expect(
    receiveFile(db(), new Request('http://localhost/', { method: 'POST', headers, body }), newId(), MAX_BYTES),
  ).rejects.toThrow(/form/)
})
