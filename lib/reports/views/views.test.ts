import { eq } from 'drizzle-orm'
import { auditEvents, customers, savedViews } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { listFiltered } from '../customer-filter/list'
import { changeView, deleteView, saveView } from './commands'
import { getView, listViews } from './queries'

const { db } = useTestDatabase()

async function aView(ctx: WriteCtx, name = 'Sem contato'): Promise<string> {
  const saved = await saveView(ctx, { name, query: 'sort=rating&quietDays=30&unknown=1' })
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure))
  return saved.value.viewId
}

const share = (ctx: WriteCtx, viewId: string, sharedWith: string, version = '1') =>
  changeView(ctx, { viewId, version, name: 'Sem contato', sharedWith })

const eventsOf = async (viewId: string) =>
  (
    await db()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subject, `saved_view:${viewId}`))
  ).map(({ event, details }) => [event, JSON.parse(details!)])

it('saves a report in one form, renames, shares and deletes it, each with its event', async () => {
  const ctx = await aCtx(db(), 'manager')
  const viewId = await aView(ctx)
  expect((await getView(ctx, viewId))?.view).toMatchObject({ query: 'quietDays=30&sort=rating', sharedWith: null })
  await changeView(ctx, { viewId, version: '1', name: 'Quietos', sharedWith: 'seller' })
  await deleteView(ctx, { viewId })
  expect(await getView(ctx, viewId)).toBeNull()
  expect(await eventsOf(viewId)).toEqual([
    ['saved_view.created', { before: null, after: { title: 'Sem contato' }, filter: 'quietDays=30&sort=rating' }],
    ['saved_view.renamed', { before: { title: 'Sem contato' }, after: { title: 'Quietos' } }],
    ['saved_view.shared', { title: 'Quietos', before: { role: null }, after: { role: 'seller' } }],
    ['saved_view.deleted', { before: { title: 'Quietos' }, after: null, filter: 'quietDays=30&sort=rating' }],
  ])
})

it('lists a shared view for its role only, and shows each reader the customers of their own scope', async () => {
  const [one, two] = [await aStore(db()), await aStore(db())]
  const mine = await aCustomer(db(), { storeId: one.id })
  await aCustomer(db(), { storeId: two.id })
  const manager = await aCtx(db(), 'manager')
  const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [one.id] })
  const viewId = await aView(manager)
  expect(await getView(seller, viewId)).toBeNull()
  expect((await share(manager, viewId, 'seller')).ok).toBe(true)
  expect((await listViews(seller)).map(({ id }) => id)).toContain(viewId)
  expect(await getView(await aCtx(db(), 'viewer'), viewId)).toBeNull()
  const { report } = (await getView(seller, viewId))!
  expect(await listFiltered(seller, report)).toMatchObject({ ids: [mine.id] })
  expect(await db().select().from(customers)).toHaveLength(2)
})

it.each([
  ['an empty name', async (ctx: WriteCtx) => saveView(ctx, { name: ' ', query: '' }), 'invalid'],
  ['an invalid filter', async (ctx: WriteCtx) => saveView(ctx, { name: 'A', query: 'rating=9' }), 'invalid'],
  [
    'a view of somebody else',
    async (ctx: WriteCtx) => deleteView(ctx, { viewId: await aView(await aCtx(db())) }),
    'not_found',
  ],
  ['an absent view', async (ctx: WriteCtx) => share(ctx, newId(), ''), 'not_found'],
  ['a stale version', async (ctx: WriteCtx) => share(ctx, await aView(ctx), '', '2'), 'conflict'],
  ['sharing without the permission', async (ctx: WriteCtx) => share(ctx, await aView(ctx), 'viewer'), 'forbidden'],
])('refuses %s and changes nothing', async (_name, attempt, kind) => {
  const ctx = await aCtx(db(), 'agent')
  const result = await attempt(ctx)
  expect(result).toMatchObject({ ok: false, failure: { kind } })
  const rows = await db().select().from(savedViews)
  expect(rows.every(({ name, sharedWith }) => name === 'Sem contato' && sharedWith === null)).toBe(true)
})
