import { customers, pipelineSubStatuses } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newCustomerId, newId } from '@/lib/values/ids'
import { type BoardFilter, countBoard, listBoard } from './board'
import { scheduleStatus } from './commands/schedule'
import { listSellers } from './sellers'

const { db } = useTestDatabase()

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute))

/** All ids of a list, page by page. */
async function allIds(ctx: Ctx, filter: BoardFilter): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const { rows, nextCursor } = await listBoard(ctx, filter, cursor)
    ids.push(...rows.map(({ id }) => id))
    cursor = nextCursor ?? undefined
  } while (cursor)
  return ids
}

it('shows a seller’s customers of one status, the last changed first; one that nobody changed is new since its creation', async () => {
  const ctx = await aCtx(db(), 'manager')
  const { id: sellerId } = await aUser(db())
  const mine = { assignedUserId: sellerId }
  const untouched = await aCustomer(db(), { ...mine, createdAt: at(2) })
  const returned = await aCustomer(db(), { ...mine, createdAt: at(0), pipelineChangedAt: at(3) })
  const won = await aCustomer(db(), { ...mine, pipelineStatus: 'won', pipelineChangedAt: at(4) })
  await aCustomer(db())
  await aCustomer(db(), { ...mine, survivorId: won.id })
  const { rows } = await listBoard(ctx, { sellerId, status: 'new' })
  expect(rows.map(({ id, since }) => [id, since])).toEqual([
    [returned.id, at(3)],
    [untouched.id, at(2)],
  ])
  expect(await countBoard(ctx, sellerId)).toEqual({ new: 2, in_progress: 0, won: 1, lost: 0 })
  expect(await allIds(ctx, { sellerId })).toEqual([won.id, returned.id, untouched.id])
})

it('shows each customer once over the pages, also those that changed in the same instant', async () => {
  const ctx = await aCtx(db(), 'manager')
  const { id: sellerId } = await aUser(db())
  const rows = Array.from({ length: 130 }, (_, n) => ({
    ...{ id: newCustomerId(), kind: 'person' as const, name: 'Ana', assignedUserId: sellerId },
    ...{ pipelineStatus: 'lost' as const, pipelineChangedAt: at(n % 3) },
  }))
  await db().insert(customers).values(rows)
  const ids = await allIds(ctx, { sellerId, status: 'lost' })
  expect(ids).toHaveLength(130)
  expect(new Set(ids).size).toBe(130)
  expect((await countBoard(ctx, sellerId)).lost).toBe(100)
})

it('shows the sub-status and the scheduled change, and filters by sub-status', async () => {
  const ctx = await aCtx(db(), 'agent')
  const sellerId = ctx.viewer.userId
  const subStatusId = newId()
  await db().insert(pipelineSubStatuses).values({ id: subStatusId, status: 'won', name: 'À vista', place: 1 })
  const customer = await aCustomer(db(), {
    assignedUserId: sellerId,
    pipelineStatus: 'won',
    pipelineSubStatusId: subStatusId,
  })
  await aCustomer(db(), { assignedUserId: sellerId, pipelineStatus: 'won' })
  const day = { day: '2029-03-15', time: '09:00', timeZone: 'America/Sao_Paulo' }
  await scheduleStatus(ctx, { customerId: customer.id, to: 'lost', ...day })
  expect((await listBoard(ctx, { sellerId, subStatusId })).rows).toMatchObject([
    {
      id: customer.id,
      subStatus: 'À vista',
      pending: { status: 'lost', localAt: '2029-03-15T09:00', dueAt: '2029-03-15T12:00:00Z' },
    },
  ])
})

describe('the scope', () => {
  it('limits the board of a seller to the stores of the viewer, in one order', async () => {
    const [mine, also, other] = [await aStore(db()), await aStore(db()), await aStore(db())]
    const { id: sellerId } = await aUser(db())
    const ids: string[] = []
    for (const [minute, store] of [mine, other, also, mine].entries()) {
      const row = { assignedUserId: sellerId, storeId: store.id, createdAt: at(minute) }
      const { id } = await aCustomer(db(), row)
      if (store !== other) ids.unshift(id)
    }
    const ctx = await aCtx(db(), 'manager', { kind: 'stores', storeIds: [mine.id, also.id] })
    expect(await allIds(ctx, { sellerId, status: 'new' })).toEqual(ids)
    expect((await countBoard(ctx, sellerId)).new).toBe(3)
  })

  it.each([
    ['seller', { kind: 'all' }, 0],
    ['agent', { kind: 'own' }, 0],
    ['manager', { kind: 'all' }, 1],
    ['viewer', { kind: 'all' }, 1],
  ] as const)('a %s with the scope %j sees %#: of somebody else %d', async (role, scope, count) => {
    const ctx = await aCtx(db(), role, scope)
    const other = await aUser(db(), { name: 'Bento' })
    await aCustomer(db(), { assignedUserId: other.id })
    await aCustomer(db(), { assignedUserId: ctx.viewer.userId })
    expect(await allIds(ctx, { sellerId: other.id })).toHaveLength(count)
    expect((await countBoard(ctx, other.id)).new).toBe(count)
    expect(await allIds(ctx, { sellerId: ctx.viewer.userId })).toHaveLength(1)
    const sellers = (await listSellers(ctx)).map(({ id }) => id)
    expect(sellers).toEqual(count ? [ctx.viewer.userId, other.id] : [ctx.viewer.userId])
  })
})

it('names no seller whose customers are all in other stores', async () => {
  const [mine, theirs] = [await aStore(db()), await aStore(db())]
  const ctx = await aCtx(db(), 'manager', { kind: 'stores', storeIds: [mine.id] })
  const [colleague, stranger] = [await aUser(db(), { name: 'Alda' }), await aUser(db(), { name: 'Bento' })]
  await aCustomer(db(), { assignedUserId: colleague.id, storeId: mine.id })
  await aCustomer(db(), { assignedUserId: stranger.id, storeId: theirs.id })
  expect((await listSellers(ctx)).map(({ id }) => id)).toEqual([colleague.id, ctx.viewer.userId])
})

it('ignores a malformed cursor', async () => {
  const ctx = await aCtx(db(), 'agent')
  const sellerId = ctx.viewer.userId
  await aCustomer(db(), { assignedUserId: sellerId })
  for (const cursor of ['x', '_', "2026-01-01T00:00:00Z_'", `-infinity_${newId()}`])
    expect((await listBoard(ctx, { sellerId }, cursor)).rows).toHaveLength(1)
})
