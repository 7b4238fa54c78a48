import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { attachments, auditEvents, cases, stagedFiles } from '@/db/schema'
import { openCase } from '@/lib/cases/commands/open'
import { dropContent } from '@/lib/documents/jobs/drop-content'
import { listHistory } from '@/lib/history/list'
import { enqueue } from '@/lib/jobs/boss'
import type { WriteCtx } from '@/lib/kernel/context'
import { storage } from '@/lib/storage/storage'
import { aPng } from '@/lib/testing/attached-files'
import { aCtx, aCustomer, aMerged, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aSend } from '@/lib/testing/sent'
import { newId } from '@/lib/values/ids'
import { attachFiles } from './commands/attach'
import { deleteAttachment } from './commands/delete'
import { MAX_PER_SUBJECT } from './limits'
import { getAttachedFile, getAttachment, listAttachments, listAttachmentsOf } from './queries'

jest.mock('../jobs/boss', () => ({ enqueue: jest.fn() }))

const data = mkdtempSync(path.join(tmpdir(), 'retrato-attachments-'))
process.env.RETRATO_DATA = data
const { db, pool } = useTestDatabase()

const content = aPng()
const sourcePath = path.join(data, 'source')
writeFileSync(sourcePath, content)

const file = (name = 'foto.png') => ({
  path: sourcePath,
  name,
  renamedFrom: null,
  type: 'png' as const,
  charset: null,
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
})

const groupOf = (...memberIds: string[]) => ({ survivorId: memberIds[0]!, memberIds, revealed: new Set<string>() })

/** The keys of all stored attachments. */
const storedFiles = () => {
  try {
    return readdirSync(path.join(data, 'uploads/attachments'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
  } catch {
    return []
  }
}

const rowsOf = (customerId: string, on: Primary = db()) =>
  on.select().from(attachments).where(eq(attachments.customerId, customerId)).orderBy(attachments.id)

const eventsOf = (customerId: string) =>
  db()
    .select({ event: auditEvents.event, subject: auditEvents.subject })
    .from(auditEvents)
    .where(eq(auditEvents.customerId, customerId))
    .orderBy(auditEvents.seq)

async function aCase(ctx: WriteCtx, customerId: string) {
  const opened = await openCase(ctx, { customerId, subject: 'Troca', priority: 'normal' })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return opened.value.caseId
}

async function attach(ctx: WriteCtx, input: Record<string, unknown>) {
  const attached = await attachFiles(ctx, { files: [file()], ...input })
  if (!attached.ok) throw new Error(JSON.stringify(attached.failure))
  return attached
}

it('attaches files to the customer, to a case and to a message, and lists them with their subject', async () => {
  const ctx = await aCtx(db())
  const { id: customerId } = await aCustomer(db())
  const caseId = await aCase(ctx, customerId)
  const send = await aSend(db(), customerId)
  await attach(ctx, { customerId })
  await attach(ctx, { customerId, caseId, files: [file('a.png'), file('b.png')] })
  await attach(ctx, { customerId, sendId: send.id })
  const { attachments: all } = await listAttachments(ctx, groupOf(customerId))
  expect(all.map(({ name, caseId: onCase, sendName }) => [name, onCase, sendName])).toEqual([
    ['foto.png', null, 'Boas-vindas'],
    ['b.png', caseId, null],
    ['a.png', caseId, null],
    ['foto.png', null, null],
  ])
  expect(await listAttachmentsOf(ctx, { customerId, caseId })).toHaveLength(2)
  expect(await listAttachmentsOf(ctx, { customerId, sendId: send.id })).toHaveLength(1)
  expect(await db().select().from(stagedFiles)).toEqual([])
  for (const { storageKey } of await rowsOf(customerId)) expect(await storage().exists(storageKey)).toBe(true)
})

it('the history of a case includes its attachments, with their names', async () => {
  const ctx = await aCtx(db())
  const { id: customerId } = await aCustomer(db())
  const caseId = await aCase(ctx, customerId)
  await attach(ctx, { customerId, caseId })
  const { items } = await listHistory(ctx, groupOf(customerId), { subject: `case:${caseId}` })
  expect(items.map(({ event, changes }) => [event, changes.find(({ field }) => field === 'fileName')?.after])).toEqual([
    ['attachment.added', 'foto.png'],
    ['case.opened', undefined],
  ])
})

it('a form that is sent twice stores its files once', async () => {
  const { id: customerId } = await aCustomer(db())
  const ctx = { ...(await aCtx(db())), idempotencyKey: 'the same form' }
  const before = storedFiles().length
  await attach(ctx, { customerId })
  expect(await attach(ctx, { customerId })).toMatchObject({ repeated: true })
  expect([await rowsOf(customerId), storedFiles().length - before]).toMatchObject([[{ name: 'foto.png' }], 1])
})

it('pages through a long list without a gap or a repetition', async () => {
  const ctx = await aCtx(db())
  const { id: customerId } = await aCustomer(db())
  for (let times = 0; times < 7; times += 1)
    await attach(ctx, { customerId, files: Array.from({ length: 10 }, (_, at) => file(`${times}-${at}.png`)) })
  const seen: string[] = []
  for (let cursor: string | undefined | null = undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listAttachments>> = await listAttachments(ctx, groupOf(customerId), {
      cursor,
    })
    seen.push(...page.attachments.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(seen).toEqual((await rowsOf(customerId)).map(({ id }) => id).toReversed())
})

describe('deleting', () => {
  it('keeps the row with who, when and why, records it, and deletes the file', async () => {
    const ctx = await aCtx(db())
    const { id: customerId } = await aCustomer(db())
    await attach(ctx, { customerId })
    const [row] = await rowsOf(customerId)
    const input = { customerId, attachmentId: row!.id, reason: 'Arquivo errado' }
    expect(await deleteAttachment(ctx, input)).toMatchObject({ ok: true })
    expect(await deleteAttachment(ctx, input)).toMatchObject({ ok: true })
    expect(await rowsOf(customerId)).toMatchObject([
      { retiredBy: ctx.viewer.userId, retiredAt: ctx.now, retiredReason: 'Arquivo errado' },
    ])
    expect((await eventsOf(customerId)).map(({ event }) => event)).toEqual(['attachment.added', 'attachment.deleted'])
    expect(jest.mocked(enqueue)).toHaveBeenCalledWith(expect.anything(), 'drop-content', { key: row!.storageKey })
    await dropContent(db(), row!.storageKey)
    expect(await storage().exists(row!.storageKey)).toBe(false)
  })

  it('moves it from the list to the deleted ones, and says so where the file was', async () => {
    const ctx = await aCtx(db())
    const { id: customerId } = await aCustomer(db())
    await attach(ctx, { customerId })
    const [row] = await rowsOf(customerId)
    await deleteAttachment(ctx, { customerId, attachmentId: row!.id })
    expect((await listAttachments(ctx, groupOf(customerId))).attachments).toEqual([])
    expect((await listAttachments(ctx, groupOf(customerId), { deleted: true })).attachments).toMatchObject([
      { name: 'foto.png', retiredBy: ctx.viewer.name },
    ])
    expect(await getAttachedFile(ctx, { customerId, attachmentId: row!.id })).toMatchObject({ retiredAt: ctx.now })
  })
})

describe('of merged records', () => {
  it('are listed, opened and deleted with those of the survivor', async () => {
    const ctx = await aCtx(db())
    const { survivor, absorbed, memberIds } = await aMerged(db())
    const caseId = newId()
    const [opened] = await db()
      .select()
      .from(cases)
      .where(eq(cases.id, await aCase(ctx, survivor.id)))
    await db()
      .insert(cases)
      .values({ ...opened!, customerId: absorbed.id, id: caseId })
    await attach(ctx, { customerId: absorbed.id, caseId })
    await attach(ctx, { customerId: absorbed.id })
    const [ofCase] = await rowsOf(absorbed.id)
    expect(ofCase).toMatchObject({ caseId })
    expect(await rowsOf(survivor.id)).toMatchObject([{ caseId: null }])
    expect((await listAttachments(ctx, groupOf(...memberIds))).attachments).toHaveLength(2)
    expect(await getAttachedFile(ctx, { customerId: survivor.id, attachmentId: ofCase!.id })).not.toBeNull()
    expect(await deleteAttachment(ctx, { customerId: survivor.id, attachmentId: ofCase!.id })).toMatchObject({
      ok: true,
    })
  })
})

describe('refusals', () => {
  /** The failure of a command, and whatever it left behind. */
  async function tryIt(customerId: string, run: () => ReturnType<typeof attachFiles>) {
    const before = storedFiles().length
    const result = await run()
    const [rows, events] = [await rowsOf(customerId), await eventsOf(customerId)]
    return {
      failure: result.ok ? null : result.failure,
      left: [...rows, ...events.filter(({ event }) => event.startsWith('attachment.')), ...storedFiles().slice(before)],
    }
  }

  it('attaches nothing without the permission or outside the scope', async () => {
    const store = await aStore(db())
    const { id: customerId } = await aCustomer(db())
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })
    const viewer = await aCtx(db(), 'viewer')
    const input = { customerId, files: [file()] }
    expect(await tryIt(customerId, () => attachFiles(viewer, input))).toMatchObject({
      failure: { kind: 'forbidden' },
      left: [],
    })
    expect(await tryIt(customerId, () => attachFiles(seller, input))).toMatchObject({
      failure: { kind: 'not_found' },
      left: [],
    })
  })

  it('attaches nothing to the case or the message of another customer', async () => {
    const ctx = await aCtx(db())
    const [{ id: customerId }, other] = [await aCustomer(db()), await aCustomer(db())]
    const caseId = await aCase(ctx, other.id)
    const { id: sendId } = await aSend(db(), other.id)
    const files = [file()]
    expect(await tryIt(customerId, () => attachFiles(ctx, { customerId, caseId, files }))).toMatchObject({
      failure: { kind: 'not_found' },
      left: [],
    })
    expect(await tryIt(customerId, () => attachFiles(ctx, { customerId, sendId, files }))).toMatchObject({
      failure: { kind: 'not_found' },
      left: [],
    })
  })

  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['without a file', { files: [] }, { files: 'attachments.no_file' }],
    ['with eleven files', { files: Array.from({ length: 11 }, () => file()) }, { files: 'attachments.too_many_files' }],
    ['with two subjects', { caseId: newId(), sendId: newId(), files: [file()] }, { sendId: 'invalid' }],
  ])('attaches nothing %s', async (_, over, fields) => {
    const { id: customerId } = await aCustomer(db())
    const ctx = await aCtx(db())
    expect(await tryIt(customerId, () => attachFiles(ctx, { customerId, ...over }))).toMatchObject({
      failure: { fields },
      left: [],
    })
  })

  it('deletes nothing without the permission, outside the scope, or of another customer', async () => {
    const ctx = await aCtx(db())
    const store = await aStore(db())
    const [{ id: customerId }, other] = [await aCustomer(db()), await aCustomer(db())]
    await attach(ctx, { customerId })
    const attachmentId = (await rowsOf(customerId))[0]!.id
    const seller = await aCtx(db(), 'seller')
    const manager = await aCtx(db(), 'manager', { kind: 'stores', storeIds: [store.id] })
    expect(await deleteAttachment(seller, { customerId, attachmentId })).toMatchObject({
      failure: { kind: 'forbidden' },
    })
    expect(await deleteAttachment(manager, { customerId, attachmentId })).toMatchObject({
      failure: { kind: 'not_found' },
    })
    expect(await deleteAttachment(ctx, { customerId: other.id, attachmentId })).toMatchObject({
      failure: { kind: 'not_found' },
    })
    expect(await rowsOf(customerId)).toMatchObject([{ retiredAt: null }])
  })

  it('opens no file and no page outside the scope, or of another customer', async () => {
    const ctx = await aCtx(db())
    const store = await aStore(db())
    const [{ id: customerId }, other] = [await aCustomer(db()), await aCustomer(db())]
    await attach(ctx, { customerId })
    const attachmentId = (await rowsOf(customerId))[0]!.id
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })
    expect(await getAttachedFile(ctx, { customerId, attachmentId })).not.toBeNull()
    expect(await getAttachedFile(seller, { customerId, attachmentId })).toBeNull()
    expect(await getAttachedFile(ctx, { customerId: other.id, attachmentId })).toBeNull()
    expect(await getAttachedFile(ctx, { customerId, attachmentId: 'x' })).toBeNull()
    expect(await getAttachment(ctx, groupOf(other.id), attachmentId)).toBeNull()
  })
})

it('two uploads at the same time respect the limit of a subject', async () => {
  const ctx = await aCtx(pool(), 'agent')
  const { id: customerId } = await aCustomer(pool())
  await attach({ ...ctx, db: pool() }, { customerId })
  const [row] = await rowsOf(customerId, pool())
  const more = Array.from({ length: MAX_PER_SUBJECT - 2 }, () => ({ ...row!, id: newId(), storageKey: newId() }))
  await pool().insert(attachments).values(more)
  const results = await Promise.all([1, 2, 3].map(() => attachFiles(ctx, { customerId, files: [file()] })))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.failure)).toMatchObject([
    { code: 'attachments.subject_full', args: { max: MAX_PER_SUBJECT } },
    { code: 'attachments.subject_full' },
  ])
  expect(await rowsOf(customerId, pool())).toHaveLength(MAX_PER_SUBJECT)
  expect(await pool().select().from(stagedFiles)).toEqual([])
})
