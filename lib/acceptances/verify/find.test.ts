import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { useTestDatabase } from '@/lib/testing/database'
import { aCtx } from '@/lib/testing/builders'
import { aPdf } from '@/lib/testing/documents'
import { acceptanceOf, aPublicContext, aWaiting } from '@/lib/testing/acceptances'
import { verifyFile, verifyProtocol } from './find'
import { hashUpload } from './hash-upload'
import { limited } from './limit'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-verify-'))
jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))

const { db } = useTestDatabase()
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('a protocol shows its document, but only initials and masked values of the person', async () => {
  const made = await aWaiting(await aCtx(db()))
  const { protocol } = await acceptanceOf(db(), made.acceptanceKey)
  const found = await verifyProtocol(aPublicContext(db()), protocol.toLowerCase())
  expect(found).toMatchObject({ protocol, status: 'waiting', signer: 'Maria C. A. · ***.***.777-**', intact: true })
  expect(JSON.stringify(found)).not.toMatch(/Antunes|11144477735|maria@example/)
})

test('an original is found by its hash, but not with one byte changed', async () => {
  const made = await aWaiting(await aCtx(db()))
  const { content } = made.document
  expect(await verifyFile(aPublicContext(db()), sha256(content))).toMatchObject({
    kind: 'original',
    of: { originalSha256: sha256(content) },
  })
  const altered = Buffer.from(content)
  altered[altered.length - 10]! ^= 1
  expect(await verifyFile(aPublicContext(db()), sha256(altered))).toEqual({ kind: 'unknown' })
})

test('an original that was sent to several people names none of them', async () => {
  const [ctx, pdf] = [await aCtx(db()), await aPdf()]
  await aWaiting(ctx, pdf)
  await aWaiting(ctx, pdf)
  expect(await verifyFile(aPublicContext(db()), sha256(pdf))).toEqual({ kind: 'several' })
})

test('look-ups without a result are limited by network address, those with a result are not', async () => {
  const publicCtx = aPublicContext(db(), { ipAddress: '198.51.100.9' })
  for (let n = 0; n < 60; n++) expect(await limited(publicCtx, async () => 'found')).toBe('found')
  for (let n = 0; n < 40; n++) expect(await limited(publicCtx, async () => null)).toBeNull()
  expect(await limited(publicCtx, async () => 'found')).toBe('too_many')
  expect(await limited({ ...publicCtx, ipAddress: '198.51.100.10' }, async () => 'found')).toBe('found')
})

describe('an upload', () => {
  const upload = (file?: File) => {
    const form = new FormData()
    if (file) form.set('file', file)
    return hashUpload(new Request('http://localhost/', { method: 'POST', body: form }))
  }

  test('is hashed while it is read', async () => {
    expect(await upload(new File(['abc'], 'a.pdf'))).toEqual({ ok: true, sha256: sha256(Buffer.from('abc')) })
  })

  test('that is too large or missing is refused with the reason', async () => {
    expect(await upload(new File([new Uint8Array(31 * 1024 * 1024)], 'a.pdf'))).toEqual({
      ok: false,
      problem: 'too_large',
    })
    expect(await upload()).toEqual({ ok: false, problem: 'no_file' })
  })
})
