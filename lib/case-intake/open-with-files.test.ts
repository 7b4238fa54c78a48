import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { attachments, auditEvents, cases, stagedFiles } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { storage } from '@/lib/storage/storage'
import { aPng } from '@/lib/testing/attached-files'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { openCaseWithFiles } from './open-with-files'

const data = mkdtempSync(path.join(tmpdir(), 'retrato-case-intake-'))
process.env.RETRATO_DATA = data
const { db } = useTestDatabase()

const content = aPng()
const sourcePath = path.join(data, 'source')
writeFileSync(sourcePath, content)

const FORM = { subject: 'Troca de produto', priority: 'normal' }

const file = (over: object = {}) => ({
  ...{ path: sourcePath, name: 'foto.png', renamedFrom: null, type: 'png', charset: null, bytes: content.length },
  sha256: createHash('sha256').update(content).digest('hex'),
  ...over,
})

const casesOf = (customerId: string) => db().select().from(cases).where(eq(cases.customerId, customerId))
const attachmentsOf = (customerId: string) =>
  db().select().from(attachments).where(eq(attachments.customerId, customerId))
const eventsOf = async (customerId: string) =>
  (
    await db()
      .select({ event: auditEvents.event, subject: auditEvents.subject })
      .from(auditEvents)
      .where(eq(auditEvents.customerId, customerId))
      .orderBy(auditEvents.seq)
  ).filter(({ event }) => event !== 'access.denied')

/** The number of files in the storage. */
function storedFiles(): number {
  const folder = path.join(data, 'uploads')
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
}

it('opens the case and attaches the files, with one event each', async () => {
  const ctx = await aCtx(db())
  const { id: customerId } = await aCustomer(db())
  const opened = await openCaseWithFiles(ctx, { customerId, ...FORM, files: [file(), file({ name: 'verso.png' })] })
  const caseId = opened.ok ? opened.value.caseId : ''
  expect(await casesOf(customerId)).toMatchObject([{ id: caseId, subject: FORM.subject }])
  const rows = await attachmentsOf(customerId)
  expect(rows).toMatchObject([
    { caseId, name: 'foto.png' },
    { caseId, name: 'verso.png' },
  ])
  for (const { storageKey } of rows) expect(await storage().exists(storageKey)).toBe(true)
  expect(await eventsOf(customerId)).toEqual(
    ['case.opened', 'attachment.added', 'attachment.added'].map((event) => ({ event, subject: `case:${caseId}` })),
  )
  expect(await db().select().from(stagedFiles)).toEqual([])
})

it('opens the case without files', async () => {
  const { id: customerId } = await aCustomer(db())
  expect(await openCaseWithFiles(await aCtx(db()), { customerId, ...FORM, files: [] })).toMatchObject({ ok: true })
  expect([(await casesOf(customerId)).length, (await attachmentsOf(customerId)).length]).toEqual([1, 0])
})

it('happens once when the same form is sent twice', async () => {
  const ctx = { ...(await aCtx(db())), idempotencyKey: 'the same form' }
  const { id: customerId } = await aCustomer(db())
  const before = storedFiles()
  const form = { customerId, ...FORM, files: [file()] }
  await openCaseWithFiles(ctx, form)
  expect(await openCaseWithFiles(ctx, form)).toMatchObject({ ok: true, repeated: true })
  expect([(await casesOf(customerId)).length, storedFiles() - before]).toEqual([1, 1])
})

describe('leaves no case, no attachment, no event and no file', () => {
  const unable = (permission: string) => (ctx: WriteCtx) => ({
    ...ctx,
    viewer: { ...ctx.viewer, can: (one: string) => one !== permission && ctx.viewer.can(one as 'cases.read') },
  })
  const anybody = (ctx: WriteCtx) => ctx

  it.each<[string, (ctx: WriteCtx) => WriteCtx, object, object]>([
    ['without a subject', anybody, { subject: '' }, { fields: { subject: 'cases.no_subject' } }],
    ['with too many files', anybody, { files: Array.from({ length: 11 }, () => file()) }, { kind: 'invalid' }],
    [
      'with an unknown assigned user',
      anybody,
      { assignedUserId: newId() },
      { fields: { assignedUserId: 'cases.user_unavailable' } },
    ],
    ['with an unknown target', anybody, { target: `document:${newId()}` }, { kind: 'not_found' }],
    ['without the permission for cases', unable('cases.write'), {}, { kind: 'forbidden' }],
    ['without the permission for attachments', unable('attachments.add'), {}, { kind: 'forbidden' }],
  ])('%s', async (_, as, over, failure) => {
    const { id: customerId } = await aCustomer(db())
    const before = storedFiles()
    const form = { customerId, ...FORM, files: [file()], ...over }
    expect(await openCaseWithFiles(as(await aCtx(db())), form)).toMatchObject({ ok: false, failure })
    await expectNothing(customerId, before)
  })

  it.each<[string, object, RegExp]>([
    ['when the second file cannot be stored', { path: path.join(data, 'missing') }, /missing/],
    ['when the database refuses the second file', { bytes: 3_000_000_000 }, /attachments/],
  ])('%s', async (_, broken, message) => {
    const { id: customerId } = await aCustomer(db())
    const before = storedFiles()
    const form = { customerId, ...FORM, files: [file(), file(broken)] }
    await expect(openCaseWithFiles(await aCtx(db()), form)).rejects.toThrow(message)
    await expectNothing(customerId, before)
  })

  async function expectNothing(customerId: string, filesBefore: number) {
    expect(await casesOf(customerId)).toEqual([])
    expect(await attachmentsOf(customerId)).toEqual([])
    expect(await eventsOf(customerId)).toEqual([])
    expect(await db().select().from(stagedFiles)).toEqual([])
    expect(storedFiles()).toBe(filesBefore)
  }
})
