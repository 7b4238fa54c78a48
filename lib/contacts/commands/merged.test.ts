import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { auditEvents, contactPoints, contactPointVersions } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { Primary } from '@/db/handles'
import { listHistory } from '@/lib/history/list'
import { newId } from '@/lib/values/ids'
import { receiveWebhook } from '@/lib/outbox/webhooks/receive'
import { aCtx, aMerged, aPoint, aStore } from '@/lib/testing/builders'
import { aDelivery } from '@/lib/testing/sending'
import { listPoints } from '../queries'
import { addPoint } from './add'
import { allowPoint } from './allow'
import { blockPoint } from './block'
import { changePoint } from './change'
import { makePrimary } from './make-primary'
import { restorePoint } from './restore'
import { retirePoint } from './retire'

const { db, pool } = useTestDatabase()
const at = new Date('2025-03-01T12:00:00Z')
const primary = { primaryAt: at }
const email = (name: string, over: Partial<typeof contactPoints.$inferInsert> = {}) => ({
  value: `${name}@example.com`,
  normalized: `${name}@example.com`,
  matchKey: `${name}@example.com`,
  ...over,
})

async function aCase(of: Primary = db()) {
  const ctx = await aCtx(of, 'admin')
  const { survivor, absorbed, memberIds } = await aMerged(of)
  const customer = { id: survivor.id, survivorId: survivor.id, memberIds, revealed: new Set<string>() }
  const own = (name: string, over = {}) => aPoint(of, survivor.id, email(name, over))
  const came = (name: string, over = {}) => aPoint(of, absorbed.id, email(name, over))
  const one = ({ id }: { id: string }) => ({ customerId: survivor.id, pointId: id })
  const stored = async ({ id }: { id: string }) =>
    (await of.select().from(contactPoints).where(eq(contactPoints.id, id)))[0]!
  const shown = async () =>
    (await listPoints({ ...ctx }, customer)).map((p) => [p.value.split('@')[0], p.primary, p.blockedAt !== null])
  const events = async (customerId: string) =>
    (
      await of.select().from(auditEvents).where(eq(auditEvents.customerId, customerId)).orderBy(asc(auditEvents.seq))
    ).map((e) => e.event)
  return { ctx, survivor, absorbed, customer, own, came, one, stored, shown, events }
}

it('edits an absorbed record’s point on the survivor’s profile, records it in that record’s chain, and shows it in the survivor’s history', async () => {
  const { ctx, survivor, absorbed, customer, came, one, stored, events } = await aCase()
  const point = await came('antiga')
  expect(await changePoint(ctx, { ...one(point), version: '1', value: 'nova@example.com' })).toMatchObject({
    ok: true,
    value: { customerId: survivor.id },
  })
  expect(await stored(point)).toMatchObject({ customerId: absorbed.id, normalized: 'nova@example.com', version: 2 })
  expect([await events(survivor.id), await events(absorbed.id)]).toEqual([[], ['contact.changed']])
  expect((await listHistory(ctx, customer)).items).toMatchObject([
    { event: 'contact.changed', customerId: absorbed.id },
  ])
})

it('also accepts the absorbed record’s own id, and returns the survivor’s', async () => {
  const { ctx, survivor, absorbed, came } = await aCase()
  const point = await came('outra')
  expect(await blockPoint(ctx, { customerId: absorbed.id, pointId: point.id })).toMatchObject({
    ok: true,
    value: { customerId: survivor.id },
  })
})

it('changes a value on all records that have it, and the label on one', async () => {
  const { ctx, own, came, one, stored, shown } = await aCase()
  const [first, second] = [await own('igual'), await came('igual', { label: 'Casa' })]
  await changePoint(ctx, { ...one(first), version: '1', value: 'nova@example.com', label: 'Trabalho' })
  expect([await stored(first), await stored(second)]).toMatchObject([
    { normalized: 'nova@example.com', label: 'Trabalho' },
    { normalized: 'nova@example.com', label: 'Casa' },
  ])
  expect(
    await ctx.db
      .select()
      .from(contactPointVersions)
      .where(inArray(contactPointVersions.pointId, [first.id, second.id])),
  ).toHaveLength(2)
  expect(await shown()).toEqual([['nova', false, false]])
  await changePoint(ctx, { ...one(first), version: '2', value: 'nova@example.com', label: 'Recado' })
  expect([(await stored(first)).label, (await stored(second)).version]).toEqual(['Recado', 2])
})

it('stars one point among all records, and drops the star of another record', async () => {
  const { ctx, survivor, absorbed, own, came, one, shown, events } = await aCase()
  await own('sua', primary)
  const [vinda] = [await came('vinda'), await came('velha', primary)]
  expect(await shown()).toEqual([
    ['sua', true, false],
    ['velha', false, false],
    ['vinda', false, false],
  ])
  expect(await makePrimary(ctx, one(vinda))).toMatchObject({ ok: true })
  expect(await shown()).toEqual([
    ['vinda', true, false],
    ['velha', false, false],
    ['sua', false, false],
  ])
  expect([(await events(survivor.id)).sort(), (await events(absorbed.id)).sort()]).toEqual([
    ['contact.dropped_primary'],
    ['contact.dropped_primary', 'contact.made_primary'],
  ])
  await addPoint(ctx, { customerId: survivor.id, channel: 'email', value: 'terceira@example.com', primary: 'on' })
  expect((await shown()).filter(([, star]) => star)).toEqual([['terceira', true, false]])
})

it.each([
  ['blocking', blockPoint],
  ['removing', retirePoint],
])('%s the primary does not promote a starred point of another record', async (_, press) => {
  const { ctx, own, came, one, shown } = await aCase()
  const star = await own('sua', primary)
  await came('vinda', primary)
  expect(await press(ctx, one(star))).toMatchObject({ ok: true, value: { starDropped: true } })
  expect((await shown()).filter(([, starred]) => starred)).toEqual([])
})

it('refuses a value as primary that an absorbed record has blocked; unblocking it on all records does not star it', async () => {
  const { ctx, own, came, one, stored, shown } = await aCase()
  const [mine, theirs] = [await own('igual', primary), await came('igual', { blockedAt: at })]
  expect(await shown()).toEqual([['igual', false, true]])
  expect(await makePrimary(ctx, one(mine))).toMatchObject({ failure: { code: 'contacts.blocked_not_primary' } })
  expect(await allowPoint(ctx, one(mine))).toMatchObject({ ok: true })
  expect((await stored(theirs)).blockedAt).toBeNull()
  expect(await shown()).toEqual([['igual', false, false]])
})

it('retires a value on all records that have it, and restores it once', async () => {
  const { ctx, own, came, one, shown } = await aCase()
  const [mine, theirs] = [await own('igual'), await came('igual')]
  await retirePoint(ctx, one(mine))
  expect(await shown()).toEqual([])
  expect(await restorePoint(ctx, one(mine))).toMatchObject({ ok: true })
  expect(await restorePoint(ctx, one(theirs))).toMatchObject({ failure: { code: 'contacts.duplicate' } })
  expect(await shown()).toEqual([['igual', false, false]])
})

it.each([
  ['a value that is live on an absorbed record', {}, 'contacts.duplicate'],
  ['a value that was removed there while blocked', { retiredAt: at, blockedAt: at }, 'contacts.blocked_before'],
])('refuses to add %s', async (_, over, code) => {
  const { ctx, survivor, came, events } = await aCase()
  await came('vinda', over)
  expect(await addPoint(ctx, { customerId: survivor.id, channel: 'email', value: 'vinda@example.com' })).toMatchObject({
    failure: { fields: { value: code } },
  })
  expect(await events(survivor.id)).toEqual([])
})

it('checks the survivor’s scope for reads and for writes', async () => {
  const [mine, other] = [await aStore(db()), await aStore(db())]
  const { survivor, absorbed, memberIds } = await aMerged(db(), {
    survivor: { storeId: mine.id },
    absorbed: { storeId: other.id },
  })
  const point = await aPoint(db(), absorbed.id)
  const customer = { id: survivor.id, survivorId: survivor.id, memberIds, revealed: new Set<string>() }
  const of = (storeId: string) => aCtx(db(), 'manager', { kind: 'stores', storeIds: [storeId] })
  expect(await listPoints(await of(mine.id), customer)).toMatchObject([{ from: 'Maria C. Antunes' }])
  expect(await blockPoint(await of(mine.id), { customerId: survivor.id, pointId: point.id })).toMatchObject({
    ok: true,
  })
  expect(await listPoints(await of(other.id), customer)).toEqual([])
  for (const customerId of memberIds)
    expect(await allowPoint(await of(other.id), { customerId, pointId: point.id })).toMatchObject({
      failure: { kind: 'not_found' },
    })
})

it('has at most one primary over the records, and aborts no request, while complaints about absorbed sends arrive', async () => {
  // Locks are taken in the order of ids, so both orders are tested.
  for (let round = 0; round < 3; round++) {
    const { customer, absorbed, own, came } = await aCase(pool())
    const points = [await own('a'), await own('b'), await came('c'), await came('d')]
    const { id: deliveryId } = await aDelivery(
      pool(),
      absorbed.id,
      { state: 'sent', provider: 'offline' },
      { address: `${absorbed.id}@example.com` },
    )
    const complaint = () =>
      ({
        provider: 'offline',
        eventId: newId(),
        body: { deliveryId, kind: 'complained', at: at.toISOString() },
      }) as const
    const presses = [makePrimary, blockPoint, makePrimary, allowPoint]
    const clients = await Promise.all(Array.from({ length: 12 }, () => aCtx(pool())))
    await Promise.all(
      clients.map(async (ctx, client) => {
        for (let turn = 0; turn < 3; turn++) {
          const result = await presses[(client + turn) % 4]!(ctx, {
            customerId: customer.id,
            pointId: points[(client * 7 + turn) % 4]!.id,
          })
          expect(result.ok || result.failure).toEqual(
            result.ok || { kind: 'invalid', code: 'contacts.blocked_not_primary' },
          )
          expect(await receiveWebhook(pool(), complaint())).toBe('processed')
          const stars = await pool()
            .select()
            .from(contactPoints)
            .where(and(inArray(contactPoints.customerId, customer.memberIds), isNotNull(contactPoints.primaryAt)))
          expect(stars.length).toBeLessThanOrEqual(1)
        }
      }),
    )
  }
}, 120_000)
