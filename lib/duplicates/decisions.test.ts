import { and, asc, eq, inArray } from 'drizzle-orm'
import { auditEvents, customers, duplicatePairs } from '@/db/schema'
import { aCtx, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aPair, savePair } from '@/lib/testing/duplicates'
import type { WriteCtx } from '@/lib/kernel/context'
import { dismissPair, dismissPairs } from './commands/dismiss'
import { reopenPair } from './commands/reopen'
import { isPair } from './lock-pairs'
import { pairValue } from './schema'

const { db, pool } = useTestDatabase()

type Pair = Awaited<ReturnType<typeof aPair>>

const decision = ({ customerId, otherId, evidence }: Pair, over = {}) => ({ customerId, otherId, evidence, ...over })
const find = async (pair: Pair, at = db()) => (await at.select().from(duplicatePairs).where(isPair(pair)))[0]!
const eventsOf = async ({ customerId, otherId }: Pair, at = db()) => {
  const own = inArray(auditEvents.customerId, [customerId, otherId])
  const rows = await at.select().from(auditEvents).where(own).orderBy(asc(auditEvents.seq))
  return rows.filter(({ event }) => event.startsWith('duplicate.')).map(({ event, customerId: id }) => [event, id])
}

it('records in both histories that two customers are different, and once only', async () => {
  const ctx = await aCtx(db())
  const pair = await aPair(db())
  for (let time = 0; time < 2; time++)
    expect(await dismissPair(ctx, decision(pair, { reason: 'irmãs' }))).toMatchObject({ ok: true })
  expect(await find(pair)).toMatchObject({
    decidedAt: ctx.now,
    decidedBy: ctx.viewer.userId,
    decidedEvidence: 'e1',
    decidedReason: 'irmãs',
  })
  expect(await eventsOf(pair)).toEqual([
    ['duplicate.dismissed', pair.customerId],
    ['duplicate.dismissed', pair.otherId],
  ])
})

it('reopens a pair, once only', async () => {
  const ctx = await aCtx(db())
  const pair = await aPair(db())
  await dismissPair(ctx, decision(pair))
  for (let time = 0; time < 2; time++)
    expect(await reopenPair(ctx, { customerId: pair.otherId, otherId: pair.customerId })).toMatchObject({ ok: true })
  expect(await find(pair)).toMatchObject({ decidedAt: null, decidedBy: null, decidedEvidence: null })
  expect((await eventsOf(pair)).map(([event]) => event)).toEqual([
    'duplicate.dismissed',
    'duplicate.dismissed',
    'duplicate.reopened',
    'duplicate.reopened',
  ])
})

it('can be decided again when the evidence changed', async () => {
  const ctx = await aCtx(db())
  const pair = await aPair(db())
  await dismissPair(ctx, decision(pair))
  await savePair(db(), pair.one.id, pair.other.id, { evidence: 'e2' })
  expect(await dismissPair(ctx, decision(pair, { evidence: 'e2' }))).toMatchObject({ ok: true })
  expect((await find(pair)).decidedEvidence).toBe('e2')
  expect(await eventsOf(pair)).toHaveLength(4)
})

it.each<[string, (pair: Pair) => Promise<{ ctx: WriteCtx; over?: object }>, object]>([
  ['without the permission', async () => ({ ctx: await aCtx(db(), 'seller') }), { kind: 'forbidden' }],
  [
    'after the evidence changed',
    async () => ({ ctx: await aCtx(db()), over: { evidence: 'e0' } }),
    { kind: 'conflict', code: 'duplicates.changed' },
  ],
  [
    'with one customer out of scope',
    async ({ one }) => {
      const store = await aStore(db())
      await db().update(customers).set({ storeId: store.id }).where(eq(customers.id, one.id))
      return { ctx: await aCtx(db(), 'agent', { kind: 'stores', storeIds: [store.id] }) }
    },
    { kind: 'not_found' },
  ],
  [
    'of customers that are not suggested',
    async ({ one }) => ({ ctx: await aCtx(db()), over: { otherId: (await aPair(db())).one.id, customerId: one.id } }),
    { kind: 'not_found' },
  ],
  [
    'after one of them was merged into the other',
    async ({ one, other }) => {
      await db().update(customers).set({ survivorId: other.id }).where(eq(customers.id, one.id))
      return { ctx: await aCtx(db()) }
    },
    { kind: 'not_found' },
  ],
])('refuses a decision %s, and leaves nothing behind', async (_, arrange, failure) => {
  const pair = await aPair(db())
  const { ctx, over } = await arrange(pair)
  expect(await dismissPair(ctx, decision(pair, over))).toMatchObject({ ok: false, failure })
  expect(await find(pair)).toMatchObject({ decidedAt: null })
  expect(await eventsOf(pair)).toEqual([])
})

it('decides about several pairs, and skips those that changed, were decided or are out of scope', async () => {
  const store = await aStore(db())
  const ctx = await aCtx(db(), 'agent', { kind: 'stores', storeIds: [store.id] })
  const mine = { one: { storeId: store.id }, other: { storeId: store.id } }
  const open = await aPair(db(), mine)
  const changed = await aPair(db(), mine)
  const decided = await aPair(db(), mine)
  const foreign = await aPair(db(), { one: mine.one })
  await dismissPair(ctx, decision(decided))
  await savePair(db(), changed.one.id, changed.other.id, { evidence: 'e2' })
  const pairs = [open, changed, decided, foreign].map(pairValue)
  expect(await dismissPairs(ctx, { pairs })).toMatchObject({ value: { dismissed: 1, skipped: 3 } })
  expect((await find(open)).decidedBy).toBe(ctx.viewer.userId)
  for (const other of [changed, foreign]) expect((await find(other)).decidedAt).toBeNull()
  expect(await dismissPairs(ctx, { pairs: [pairValue(foreign)] })).toMatchObject({ failure: { kind: 'not_found' } })
})

it('refuses more than 50 pairs and a malformed pair', async () => {
  const ctx = await aCtx(db())
  const pair = pairValue(await aPair(db()))
  expect(await dismissPairs(ctx, { pairs: Array.from({ length: 51 }, () => pair) })).toMatchObject({
    failure: { fields: { pairs: 'duplicates.too_many' } },
  })
  expect(await dismissPairs(ctx, { pairs: ['x'] })).toMatchObject({ failure: { kind: 'invalid' } })
  expect(await dismissPairs(ctx, { pairs: [] })).toMatchObject({ failure: { fields: { pairs: 'duplicates.no_pair' } } })
})

it('records one decision when several people decide at once', async () => {
  const pair = await aPair(pool())
  const people = await Promise.all(Array.from({ length: 4 }, () => aCtx(pool())))
  const results = await Promise.all(people.map((ctx) => dismissPair(ctx, decision(pair))))
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true])
  expect(await eventsOf(pair, pool())).toHaveLength(2)
  const mine = and(
    isPair(pair),
    inArray(
      duplicatePairs.decidedBy,
      people.map(({ viewer }) => viewer.userId),
    ),
  )
  expect(await pool().select().from(duplicatePairs).where(mine)).toHaveLength(1)
})
