import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { storage } from './storage'
import { disposition, fileResponse } from './file-response'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-response-'))

const sha256 = 'a'.repeat(64)
const file = { name: 'Contrato de adesão "final".pdf', storageKey: `documents/aa/${sha256}`, sha256, bytes: 10 }
const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  fileResponse(new Request('http://localhost/f', { method, headers }), file)

beforeAll(() => storage().put(file.storageKey, '0123456789'))

it('[D2] serves the whole file and forbids caching', async () => {
  const response = await ask()
  expect([response.status, await response.text()]).toEqual([200, '0123456789'])
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '10',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'self'`,
    etag: `"${sha256}"`,
  })
})

it.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=-3', 206, '789', 'bytes 7-9/10'],
  ['bytes=8-', 206, '89', 'bytes 8-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=0-1,4-5', 200, '0123456789', null],
  ['lines=0-1', 200, '0123456789', null],
  ['bytes=x', 200, '0123456789', null],
])('[D2] answers %s with %i', async (range, status, text, contentRange) => {
  const response = await ask({ range })
  expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
    status,
    text,
    contentRange,
  ])
})

it('[D2] serves the whole file if the range refers to another version', async () => {
  expect((await ask({ range: 'bytes=2-4', 'if-range': '"other"' })).status).toBe(200)
  expect((await ask({ range: 'bytes=2-4', 'if-range': `"${sha256}"` })).status).toBe(206)
})

it('[D2] answers HEAD with the length', async () => {
  const response = await ask({}, 'HEAD')
  expect([response.headers.get('content-length'), await response.text()]).toEqual(['10', ''])
})

it('[D2] sends the file name in full and in ASCII', () => {
  expect(disposition(file.name, true)).toBe(
    `attachment; filename="Contrato de adesao _final_.pdf"; filename*=UTF-8''Contrato%20de%20ades%C3%A3o%20%22final%22.pdf`,
  )
  expect(disposition('a\r\nset-cookie: x.pdf', false)).not.toMatch(/[\r\n]/)
})

it('[D2] offers a PDF that was stored under another ending as a PDF', async () => {
  const response = await fileResponse(new Request('http://localhost/f'), { ...file, name: 'nota.html' })
  expect(response.headers.get('content-disposition')).toBe(
    `inline; filename="nota.html.pdf"; filename*=UTF-8''nota.html.pdf`,
  )
})
