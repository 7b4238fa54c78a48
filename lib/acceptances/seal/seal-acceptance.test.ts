import { mkdtempSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { and, eq } from 'drizzle-orm'
import { PDFDocument } from '@cantoo/pdf-lib'
import { acceptanceKeys, auditEvents, documentFiles, documents, stagedFiles } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { aCtx } from '@/lib/testing/builders'
import { storage } from '@/lib/storage/storage'
import { acceptDocument } from '../signing/decide'
import { sendCode } from '../signing/send-code'
import { acceptanceOf, aPublicContext, aWaiting, lastCode } from '@/lib/testing/acceptances'
import { enqueue } from '../../jobs/boss'
import { renderPdf } from '../../pdf/render'
import { requeueUnsealed, sealAcceptance } from './seal-acceptance'
import { listAcceptances } from '../queries'
import { viewForSigner } from '../signing/view'
import { verifyProtocol } from '../verify/find'
import { recordSealFailure } from './record-failure'
import { addFinalFile } from '@/lib/documents/add-final-file'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-seal-'))
process.env.RETRATO_DATA = folder
jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))
jest.mock('../../pdf/render', () => ({
  renderPdf: jest.fn(jest.requireActual<object & { renderPdf: () => unknown }>('../../pdf/render').renderPdf),
}))

const { db } = useTestDatabase()

async function anAccepted() {
  const waiting = await aWaiting(await aCtx(db()))
  const publicCtx = aPublicContext(db())
  await sendCode(publicCtx, { token: waiting.token })
  const code = await lastCode(db(), waiting.customer.id)
  await acceptDocument(publicCtx, { token: waiting.token, code, name: 'Maria Clara Antunes', agree: 'on' })
  return waiting
}

async function finalOf(made: Awaited<ReturnType<typeof anAccepted>>) {
  const { customerId } = made.acceptanceKey
  const [file] = await db()
    .select()
    .from(documentFiles)
    .where(and(eq(documentFiles.customerId, customerId), eq(documentFiles.role, 'final')))
  return { file: file!, pdf: Buffer.from(await storage().getBytes(file!.storageKey)) }
}

const storedFiles = async () => (await readdir(folder, { recursive: true })).filter((name) => name.length > 40).sort()

test('the final document begins with the original, byte for byte, and ends with the report', async () => {
  const made = await anAccepted()
  await sealAcceptance(db(), made.acceptanceKey, new Date(), addFinalFile)
  const { file, pdf } = await finalOf(made)
  expect(pdf.subarray(0, made.document.content.length).equals(made.document.content)).toBe(true)
  expect((await PDFDocument.load(pdf)).getPageCount()).toBe(file.pages)
  expect(await acceptanceOf(db(), made.acceptanceKey)).toMatchObject({ finalSha256: file.sha256 })
})

test('a second run creates no second final document', async () => {
  const made = await anAccepted()
  await Promise.all([
    sealAcceptance(db(), made.acceptanceKey, new Date(), addFinalFile),
    sealAcceptance(db(), made.acceptanceKey, new Date(), addFinalFile),
  ])
  await sealAcceptance(db(), made.acceptanceKey, new Date(), addFinalFile)
  const keys = await db()
    .select()
    .from(acceptanceKeys)
    .where(eq(acceptanceKeys.customerId, made.acceptanceKey.customerId))
  expect(keys.map((key) => key.kind).sort()).toEqual(['final', 'original', 'protocol'])
})

test('does not seal if the original was replaced by another file', async () => {
  const made = await anAccepted()
  await storage().put(made.document.file.storageKey, Buffer.concat([made.document.content, Buffer.from('\n')]))
  await expect(sealAcceptance(db(), made.acceptanceKey, new Date(), addFinalFile)).rejects.toThrow(/another one/)
  expect((await acceptanceOf(db(), made.acceptanceKey)).finalSha256).toBeNull()
})

test('does not seal an acceptance that still waits', async () => {
  const made = await aWaiting(await aCtx(db()))
  await sealAcceptance(db(), made.acceptanceKey, new Date(), addFinalFile)
  expect((await acceptanceOf(db(), made.acceptanceKey)).finalSha256).toBeNull()
})

test('[A5] a failure is recorded once, shown to the signer, staff and verifiers, and ends with the final document', async () => {
  const made = await anAccepted()
  const { acceptanceKey, token } = made
  const { protocol } = await acceptanceOf(db(), acceptanceKey)
  const failed = async () => {
    const [view, found] = [
      await viewForSigner(aPublicContext(db()), token),
      await verifyProtocol(aPublicContext(db()), protocol),
    ]
    const group = { memberIds: [acceptanceKey.customerId] }
    const { acceptances: listed } = await listAcceptances(await aCtx(db()), group)
    return [typeof view === 'object' && view?.sealFailed, found!.sealFailed, listed[0]!.sealFailed, found!.intact]
  }
  expect(await failed()).toEqual([false, false, false, true])
  for (let times = 0; times < 2; times++) await recordSealFailure(db(), acceptanceKey, new Error('expired'), new Date())
  expect(await failed()).toEqual([true, true, true, true])
  const events = await db().select().from(auditEvents).where(eq(auditEvents.event, 'acceptance.seal_failed'))
  expect(events).toHaveLength(1)
  await sealAcceptance(db(), acceptanceKey, new Date(), addFinalFile)
  expect(await failed()).toEqual([false, false, false, true])
  await recordSealFailure(db(), acceptanceKey, new Error('late'), new Date())
  expect(await failed()).toEqual([false, false, false, true])
})

describe('sealing a deleted document', () => {
  const remove = (id: string) => db().update(documents).set({ deletedAt: new Date() }).where(eq(documents.id, id))
  const finals = (customerId: string) =>
    db()
      .select()
      .from(documentFiles)
      .where(and(eq(documentFiles.customerId, customerId), eq(documentFiles.role, 'final')))

  test('creates nothing, and is not retried', async () => {
    const made = await anAccepted()
    await remove(made.document.id)
    await sealAcceptance(db(), made.acceptanceKey, new Date(), addFinalFile)
    jest.mocked(enqueue).mockClear()
    await requeueUnsealed(db(), new Date(Date.now() + 1000))
    expect([
      await finals(made.acceptanceKey.customerId),
      jest.mocked(enqueue).mock.calls.filter(([, , data]) => data.acceptanceId === made.acceptanceKey.id),
    ]).toEqual([[], []])
  })

  test('deletes the final PDF if the document is deleted meanwhile', async () => {
    const made = await anAccepted()
    const before = await storedFiles()
    const real = jest.requireActual<{ renderPdf: typeof renderPdf }>('../../pdf/render').renderPdf
    jest.mocked(renderPdf).mockImplementationOnce(async (...args) => {
      const drawn = await real(...args)
      await remove(made.document.id)
      return drawn
    })
    await sealAcceptance(db(), made.acceptanceKey, new Date(), addFinalFile)
    expect(await finals(made.acceptanceKey.customerId)).toEqual([])
    expect(await db().select().from(stagedFiles)).toEqual([])
    expect(await storedFiles()).toEqual(before)
  })
})
