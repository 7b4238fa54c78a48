import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { eq, sql } from 'drizzle-orm'
import { auditEvents, customers, exportParts, exports, stagedFiles, users, userStores } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { listFiltered } from '@/lib/reports/customer-filter/list'
import { reportOf } from '@/lib/reports/customer-filter/schema'
import { readFile } from '@/lib/storage/read'
import { sweepStaged } from '@/lib/storage/staged'
import { aCtx, aCustomer, aMerged, aPoint, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { daysAfter } from '@/lib/values/days'
import { newId } from '@/lib/values/ids'
import { cancelExport } from './commands/cancel'
import { deleteExportFile } from './commands/delete-file'
import { requestExport } from './commands/request'
import { giveUpExport, runExport } from './job/run-export'
import { fileOf, getExport, listExports, listExportsWith } from './queries'
import { sweepExports } from './sweep'

const enqueue = jest.fn()
jest.mock('../jobs/boss', () => ({ enqueue: (...args: unknown[]) => enqueue(...args) }))
let onFirstRead: (() => Promise<void>) | undefined
jest.mock('../search/report-rows', () => {
  const actual = jest.requireActual('../search/report-rows')
  const listReportRows = async (...args: unknown[]) => {
    const act = onFirstRead
    onFirstRead = undefined
    await act?.()
    return actual.listReportRows(...args)
  }
  return { ...actual, listReportRows }
})
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-exports-'))

const { db } = useTestDatabase()

const QUERY = 'quietDays=1&columns=document,email,store,rating'

async function anExport(ctx: WriteCtx, query = QUERY, delimiter = 'semicolon'): Promise<string> {
  const asked = await requestExport(ctx, { query, delimiter })
  if (!asked.ok) throw new Error(JSON.stringify(asked.failure))
  return asked.value.exportId
}

async function contentOf(ctx: WriteCtx, exportId: string): Promise<string> {
  const row = await getExport(ctx, exportId)
  const file = row && fileOf(ctx, row)
  return file ? (await buffer((await readFile(file.storageKey))!)).toString() : 'no file'
}

const rowOf = async (exportId: string) => (await db().select().from(exports).where(eq(exports.id, exportId)))[0]!

const eventsOf = async (exportId: string) =>
  (
    await db()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subject, `export:${exportId}`))
  ).map(({ event }) => event)

/** Clears what the first rows show: values with formulas, quotes and accents. */
async function aList() {
  const store = await aStore(db(), { name: '=1+1' })
  const at = (n: number) => new Date(Date.UTC(2026, 0, n))
  const ana = await aCustomer(db(), {
    name: '@Ana; "a"',
    storeId: store.id,
    rating: 4,
    lastActivityAt: at(3),
    documentType: 'cpf',
    documentNumber: '11144477735',
  })
  await aPoint(db(), ana.id)
  const { survivor, absorbed } = await aMerged(db(), { survivor: { name: 'Bia', lastActivityAt: at(2) } })
  const ltda = await aCustomer(db(), {
    kind: 'company',
    name: 'Céu Ltda',
    preferredName: '-Céu',
    lastActivityAt: at(1),
  })
  return { store, ana, survivor, absorbed, ltda }
}

it('writes the customers of the view in its order, masked as on the page, without formulas', async () => {
  await aList()
  const ctx = await aCtx(db(), 'manager')
  const exportId = await anExport(ctx)
  await runExport(db(), exportId)
  expect(await contentOf(ctx, exportId)).toBe(
    [
      '\ufeffNome;Documento;E-mail;Loja;Classificação',
      `"'@Ana; ""a""";***.***.777-**;m****@example.com;'=1+1;4`,
      'Bia;;;;',
      'Céu Ltda (-Céu);;;;',
      '',
    ].join('\r\n'),
  )
  expect(await rowOf(exportId)).toMatchObject({ status: 'finished', rowsDone: 3, rowsTotal: 3 })
  expect(await eventsOf(exportId)).toEqual(['export.requested', 'export.finished'])
})

it('writes personal values in clear for a role that reads them, with commas when asked', async () => {
  await aList()
  const ctx = await aCtx(db(), 'compliance')
  const exportId = await anExport(ctx, QUERY, 'comma')
  await runExport(db(), exportId)
  expect(await contentOf(ctx, exportId)).toContain('111.444.777-35,maria@example.com,')
})

it('has exactly the ids of the view, several thousand in the same order', async () => {
  await db().execute(sql`insert into customers (id, kind, name, last_activity_at)
    select gen_random_uuid(), 'person', 'Cliente ' || n, now() - n * interval '1 second' from generate_series(1, 2345) n`)
  const ctx = await aCtx(db(), 'manager')
  const exportId = await anExport(ctx, 'columns=activity')
  await runExport(db(), exportId)
  const parts = await db()
    .select()
    .from(exportParts)
    .where(eq(exportParts.exportId, exportId))
    .orderBy(exportParts.part)
  const view = await db()
    .select({ id: customers.id })
    .from(customers)
    .orderBy(sql`last_activity_at desc, id desc`)
  expect(parts.flatMap(({ customerIds }) => customerIds)).toEqual(view.map(({ id }) => id))
  expect(parts.map(({ customerIds }) => customerIds.length)).toEqual([1000, 1000, 345])
  expect((await contentOf(ctx, exportId)).split('\r\n')).toHaveLength(2345 + 2)
  const page = await listFiltered(ctx, reportOf('columns=activity')!)
  expect(page).toMatchObject({ ids: view.slice(0, 20).map(({ id }) => id) })
})

it('has only customers within the scope that the requester has when the job runs', async () => {
  const { ana, store } = await aList()
  const manager = await aUser(db(), { role: 'manager', scope: 'stores' })
  await db().insert(userStores).values({ userId: manager.id, storeId: store.id })
  const exportId = newId()
  await db().insert(exports).values({ id: exportId, requestedBy: manager.id, query: QUERY, delimiter: 'comma' })
  await runExport(db(), exportId)
  const [part] = await db().select().from(exportParts)
  expect(part).toMatchObject({ customerIds: [ana.id] })
})

it('fails when the requester has lost the permission before the job runs', async () => {
  const ctx = await aCtx(db(), 'manager')
  const exportId = await anExport(ctx)
  await db().update(users).set({ role: 'agent' }).where(eq(users.id, ctx.viewer.userId))
  await runExport(db(), exportId)
  expect(await rowOf(exportId)).toMatchObject({ status: 'failed', failure: 'user_lost_access', storageKey: null })
})

describe('a finished file', () => {
  async function finished(role: 'manager' | 'compliance' = 'manager') {
    await aList()
    const ctx = await aCtx(db(), role)
    const exportId = await anExport(ctx)
    await runExport(db(), exportId)
    return { ctx, exportId }
  }

  const refusedTo = async (exportId: string, viewer: WriteCtx) => (await contentOf(viewer, exportId)) === 'no file'

  it.each([
    ['a narrower scope', { scope: { kind: 'own' as const } }],
    ['stores instead of all', { scope: { kind: 'stores' as const, storeIds: [newId()] } }],
  ])('is refused to its requester with %s', async (_name, change) => {
    const { ctx, exportId } = await finished()
    expect(await refusedTo(exportId, { ...ctx, viewer: { ...ctx.viewer, ...change } })).toBe(true)
  })

  it('is refused when it has clear values and the requester no longer reads them', async () => {
    const { ctx, exportId } = await finished('compliance')
    const { viewer } = await aCtx(db(), 'manager')
    expect(await refusedTo(exportId, { ...ctx, viewer: { ...viewer, userId: ctx.viewer.userId } })).toBe(true)
  })

  it('is found by its requester and admins only', async () => {
    const { ctx, exportId } = await finished()
    const [admin, other] = [await aCtx(db(), 'admin'), await aCtx(db(), 'manager')]
    expect([
      await refusedTo(exportId, ctx),
      await refusedTo(exportId, admin),
      await refusedTo(exportId, other),
    ]).toEqual([false, false, true])
    expect((await listExports(other)).items).toEqual([])
    expect((await listExports(admin)).items).toHaveLength(1)
  })

  it('is deleted by its requester, or by the sweep after seven days, and its register stays', async () => {
    const { ctx, exportId } = await finished()
    const second = await anExport(ctx)
    await runExport(db(), second)
    expect((await deleteExportFile(ctx, { exportId })).ok).toBe(true)
    await sweepExports(db(), daysAfter(new Date(), 6))
    expect((await rowOf(second)).fileDeletedAt).toBeNull()
    await sweepExports(db(), daysAfter(new Date(), 8))
    expect(await refusedTo(exportId, ctx)).toBe(true)
    expect(await refusedTo(second, ctx)).toBe(true)
    const dropped = enqueue.mock.calls.filter(([, queue]) => queue === 'drop-content').map(([, , { key }]) => key)
    expect(dropped.slice(-2)).toEqual([(await rowOf(exportId)).storageKey, (await rowOf(second)).storageKey])
    expect(await eventsOf(second)).toEqual(['export.requested', 'export.finished', 'export.deleted'])
    expect(await db().select().from(exportParts)).toHaveLength(2)
  })
})

it('says which exports a customer is in, by any record of the customer', async () => {
  const { survivor, absorbed } = await aList()
  const ctx = await aCtx(db(), 'admin')
  const exportId = await anExport(ctx)
  await runExport(db(), exportId)
  await runExport(db(), await anExport(ctx, 'rating=4'))
  expect(await listExportsWith(ctx, [absorbed.id, survivor.id])).toMatchObject([{ id: exportId }])
  expect(await listExportsWith(ctx, [newId()])).toEqual([])
})

it('stops in the middle when it is cancelled, and leaves no file', async () => {
  await db().execute(
    sql`insert into customers (id, kind, name) select gen_random_uuid(), 'person', 'C ' || n from generate_series(1, 2500) n`,
  )
  const ctx = await aCtx(db(), 'manager')
  const exportId = await anExport(ctx, '')
  await onProgress(exportId, async () => void (await cancelExport(ctx, { exportId })))
  const row = await rowOf(exportId)
  expect(row).toMatchObject({ status: 'cancelled', storageKey: null })
  expect(row.rowsDone).toBeLessThan(2500)
  expect(await db().select().from(stagedFiles)).toEqual([])
})

it('is written anew by the next attempt after its process was killed', async () => {
  await aList()
  const ctx = await aCtx(db(), 'manager')
  const exportId = await anExport(ctx)
  await expect(onProgress(exportId, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
  await aCustomer(db(), { name: 'Zoé' })
  await runExport(db(), exportId)
  expect(await rowOf(exportId)).toMatchObject({ status: 'finished', rowsDone: 4, rowsTotal: 4 })
  expect(await contentOf(ctx, exportId)).toContain('Zoé')
  await sweepStaged(db(), daysAfter(new Date(), 2))
  expect(await contentOf(ctx, exportId)).toContain('Zoé')
})

/** Runs an export and calls `act` while the first customers are being read. */
function onProgress(exportId: string, act: () => Promise<void>): Promise<void> {
  onFirstRead = act
  return runExport(db(), exportId)
}

it.each([
  [
    'no permission',
    async () => requestExport(await aCtx(db(), 'agent'), { query: '', delimiter: 'comma' }),
    'forbidden',
  ],
  [
    'an invalid filter',
    async () => requestExport(await aCtx(db(), 'admin'), { query: 'rating=9', delimiter: 'comma' }),
    'invalid',
  ],
  [
    'an export of somebody else',
    async () => cancelExport(await aCtx(db(), 'manager'), { exportId: await anExport(await aCtx(db(), 'manager')) }),
    'not_found',
  ],
])('refuses %s', async (_name, attempt, kind) => {
  expect(await attempt()).toMatchObject({ ok: false, failure: { kind } })
})

it('refuses a fourth export at once, and marks one as failed after its last attempt', async () => {
  const ctx = await aCtx(db(), 'manager')
  const ids = [await anExport(ctx), await anExport(ctx), await anExport(ctx)]
  expect(await requestExport(ctx, { query: '', delimiter: 'comma' })).toMatchObject({
    failure: { code: 'exports.too_many' },
  })
  await db().update(exports).set({ status: 'running', attemptId: newId() }).where(eq(exports.id, ids[0]!))
  await giveUpExport(db(), ids[0]!)
  expect(await rowOf(ids[0]!)).toMatchObject({ status: 'failed', failure: 'error' })
  expect(await eventsOf(ids[0]!)).toEqual(['export.requested', 'export.finished'])
})
