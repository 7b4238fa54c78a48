import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { agendaInteractions, agendaReasons, auditEvents, credits, creditUses, customers, purchases } from '@/db/schema'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import { aReason, anAgendaRule, plantAgendaConsent } from '@/lib/testing/agenda'
import { aCtx, aCustomer, aMerged, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { changeInteraction, startInteraction } from './commands/interactions'
import { closeIdleInteractions } from './jobs/close-idle'
import { settleReasons } from './jobs/settle'
import { statusNow } from './reason'
import { CREDIT_GONE } from './reason-status'

const { db, pool } = useTestDatabase()

const NOW = new Date('2026-11-29T15:00:00Z')
const CREATED = new Date('2026-11-20T12:00:00Z')
const DAYS = { opensOn: '2026-11-20', closesOn: '2026-11-28', createdAt: CREATED }

const reasonOf = async (on: Primary, id: string) =>
  (await on.select().from(agendaReasons).where(eq(agendaReasons.id, id)))[0]!

async function aPending(over: Partial<typeof agendaReasons.$inferInsert> = {}) {
  const store = await aStore(db())
  const customer = await aCustomer(db(), { storeId: store.id })
  const reason = await aReason(db(), { customerId: customer.id, storeId: store.id, ...DAYS, ...over })
  return { store, customer, reason }
}

const buys = (customerId: string, purchasedAt: string, over: Partial<typeof purchases.$inferInsert> = {}) =>
  db()
    .insert(purchases)
    .values({
      ...{ customerId, id: newId(), source: 'loja', externalId: newId(), currency: 'BRL', total: 100 },
      ...{ purchasedAt: new Date(purchasedAt), situation: 'delivered', ...over },
    })

async function contacts(
  { customer, store, reason }: Awaited<ReturnType<typeof aPending>>,
  situation: 'success' | 'no_answer' | 'open',
) {
  const seller = await aUser(db())
  await db()
    .insert(agendaInteractions)
    .values({
      ...{ customerId: customer.id, id: newId(), reasonId: reason.id, storeId: store.id, sellerId: seller.id },
      ...{ means: 'call', situation, startedAt: new Date('2026-11-22T12:00:00Z'), lastActivityAt: NOW },
      closedAt: situation === 'open' ? null : NOW,
    })
}

describe('a pending reason', () => {
  type Pending = Awaited<ReturnType<typeof aPending>>
  const story = (status: string, act: (pending: Pending) => Promise<unknown>, over = {}) => ({ status, act, over })
  const nothing = () => Promise.resolve()
  const open = { closesOn: '2026-11-29' }

  it.each(
    Object.entries({
      'is lost after its last day': story('lost', nothing),
      'stays pending on its last day': story('pending', nothing, open),
      'stays pending after its last day while a contact is under way': story('pending', (p) => contacts(p, 'open')),
      'is returned when the customer bought in its period': story('returned', ({ customer }) =>
        buys(customer.id, '2026-11-29T02:59:00Z'),
      ),
      'is lost when the customer bought after its period': story('lost', ({ customer }) =>
        buys(customer.id, '2026-11-29T03:01:00Z'),
      ),
      'is lost when the purchase was cancelled': story('lost', ({ customer }) =>
        buys(customer.id, '2026-11-25T12:00:00Z', { situation: 'cancelled' }),
      ),
      'is lost when the customer bought before it was created': story('lost', ({ customer }) =>
        buys(customer.id, '2026-11-19T12:00:00Z'),
      ),
      'is not returned when somebody had contacted the customer': story(
        'pending',
        async (p) => {
          await contacts(p, 'success')
          await buys(p.customer.id, '2026-11-25T12:00:00Z')
        },
        open,
      ),
      'is returned when nobody had answered': story('returned', async (p) => {
        await contacts(p, 'no_answer')
        await buys(p.customer.id, '2026-11-25T12:00:00Z')
      }),
      'is cancelled when the customer refuses the agenda': story(
        'cancelled',
        ({ customer }) => plantAgendaConsent(db(), customer.id, 'cancelled'),
        open,
      ),
      'stays pending when the customer accepted again': story(
        'pending',
        async ({ customer }) => {
          await plantAgendaConsent(db(), customer.id, 'cancelled')
          await plantAgendaConsent(db(), customer.id, 'accepted')
        },
        open,
      ),
    }),
  )('%s', async (_title, { status, act, over }) => {
    const pending = await aPending(over)
    await act(pending)
    const ctx = { ...(await aCtx(db())), now: NOW }
    expect(await statusNow(ctx, pending.reason)).toBe(status)
    expect(await settleReasons(db(), NOW)).toBe(status === 'pending' ? 0 : 1)
    expect(await reasonOf(db(), pending.reason.id)).toMatchObject({
      status,
      settledAt: status === 'pending' ? null : NOW,
      settledBy: null,
    })
    expect(await settleReasons(db(), NOW)).toBe(0)
  })

  it('about a credit without a balance is cancelled with the cause that the other system reports', async () => {
    const rule = await anAgendaRule(db(), { kind: 'credit_expiring' })
    const expiring = { kind: 'credit_expiring' as const, ruleId: rule.id, period: '2026-12-05', closesOn: '2026-12-05' }
    const [used, left] = [await aPending(expiring), await aPending(expiring)]
    for (const { customer } of [used, left]) {
      const creditId = newId()
      const credit = { customerId: customer.id, id: creditId, source: 'giftback', externalId: newId(), currency: 'BRL' }
      await db()
        .insert(credits)
        .values({ ...credit, amount: 500, generatedAt: CREATED, expiresOn: '2026-12-05' })
      const amount = customer === used.customer ? 500 : 499
      await db().insert(creditUses).values({ customerId: customer.id, creditId, id: newId(), amount, usedAt: NOW })
    }
    await settleReasons(db(), NOW)
    expect(await reasonOf(db(), used.reason.id)).toMatchObject({ status: 'cancelled', cancelCause: CREDIT_GONE })
    expect(await reasonOf(db(), left.reason.id)).toMatchObject({ status: 'pending' })
  })

  it('about a credit that only a cancelled purchase used stays', async () => {
    const rule = await anAgendaRule(db(), { kind: 'credit_expiring' })
    const period = { ruleId: rule.id, period: '2026-12-05', closesOn: '2026-12-05' }
    const { customer, reason } = await aPending({ kind: 'credit_expiring', ...period })
    const [creditId, purchaseId] = [newId(), newId()]
    const shared = { customerId: customer.id, source: 'giftback', currency: 'BRL' }
    await db()
      .insert(purchases)
      .values({
        ...shared,
        id: purchaseId,
        externalId: newId(),
        purchasedAt: CREATED,
        total: 500,
        situation: 'cancelled',
      })
    await db()
      .insert(credits)
      .values({
        ...shared,
        id: creditId,
        externalId: newId(),
        amount: 500,
        generatedAt: CREATED,
        expiresOn: '2026-12-05',
      })
    const use = { customerId: customer.id, creditId, id: newId(), amount: 500, usedAt: NOW, purchaseId }
    await db().insert(creditUses).values(use)
    await settleReasons(db(), NOW)
    expect(await reasonOf(db(), reason.id)).toMatchObject({ status: 'pending' })
  })

  it('that another record of a merged customer has too is cancelled, and the older one stays', async () => {
    const rule = await anAgendaRule(db())
    const store = await aStore(db())
    const { survivor, absorbed } = await aMerged(db())
    const same = { storeId: store.id, ruleId: rule.id, period: '2026', ...DAYS, closesOn: '2026-12-05' }
    const older = await aReason(db(), { customerId: absorbed.id, ...same })
    const newer = await aReason(db(), { customerId: survivor.id, ...same, createdAt: NOW })
    await settleReasons(db(), NOW)
    expect(await reasonOf(db(), older.id)).toMatchObject({ status: 'pending' })
    expect(await reasonOf(db(), newer.id)).toMatchObject({ status: 'cancelled', cancelCause: 'same_reason' })
  })

  it('of a merged customer counts purchases and refusals of every record', async () => {
    const store = await aStore(db())
    const { survivor, absorbed } = await aMerged(db())
    const reason = await aReason(db(), { customerId: survivor.id, storeId: store.id, ...DAYS })
    await buys(absorbed.id, '2026-11-25T12:00:00Z')
    await settleReasons(db(), NOW)
    expect(await reasonOf(db(), reason.id)).toMatchObject({ status: 'returned' })
  })
})

it('writes one entry of the history for a batch, with the numbers of each status', async () => {
  const before = await db().$count(auditEvents, eq(auditEvents.event, 'agenda_rule.settled'))
  await aPending()
  await aPending()
  const { customer } = await aPending()
  await buys(customer.id, '2026-11-25T12:00:00Z')
  expect(await settleReasons(db(), NOW)).toBe(3)
  const entries = await db()
    .select({ details: auditEvents.details })
    .from(auditEvents)
    .where(and(eq(auditEvents.customerId, SYSTEM_CHAIN), eq(auditEvents.event, 'agenda_rule.settled')))
  expect(entries).toHaveLength(before + 1)
  expect(JSON.parse(entries.at(-1)!.details!)).toMatchObject({ lost: 2, returned: 1, cancelled: 0 })
})

describe('real connections', () => {
  async function aWorked() {
    const shared = pool()
    const ctx = await aCtx(shared, 'seller')
    const store = await aStore(shared)
    const customer = await aCustomer(shared, { storeId: store.id })
    return { shared, ctx, store, customer }
  }

  it('settle each reason once when two workers run at the same time', async () => {
    const { shared, store, customer } = await aWorked()
    for (let count = 0; count < 5; count++)
      await aReason(shared, { customerId: customer.id, storeId: store.id, ...DAYS })
    const settled = await Promise.all([settleReasons(shared, NOW), settleReasons(shared, NOW)])
    expect(settled[0]! + settled[1]!).toBe(5)
    const rows = await shared.select().from(agendaReasons).where(eq(agendaReasons.customerId, customer.id))
    expect(rows.map(({ version, status }) => `${version} ${status}`)).toEqual(Array(5).fill('2 lost'))
  })

  it('never close an interaction that is changed at the same moment', async () => {
    const { shared, ctx, customer } = await aWorked()
    const before = { ...ctx, now: new Date(NOW.getTime() - 5 * 3_600_000) }
    const ids = await startInteraction(before, { customerId: customer.id, means: 'call' })
    const form = { ...(ids.ok && ids.value), version: '1', comment: 'Ainda falando' }
    let closing: Promise<number> = Promise.resolve(0)
    // The job waits for the lock of the customer until the change is committed.
    await shared.transaction(async (tx) => {
      await tx.select().from(customers).where(eq(customers.id, customer.id)).for('no key update')
      closing = closeIdleInteractions(shared, NOW)
      await new Promise((done) => setTimeout(done, 300))
      await tx
        .update(agendaInteractions)
        .set({ lastActivityAt: NOW, version: 2 })
        .where(eq(agendaInteractions.customerId, customer.id))
    })
    expect(await closing).toBe(0)
    const changed = await changeInteraction({ ...ctx, now: NOW }, { ...form, version: '2' })
    expect(changed).toMatchObject({ ok: true })
  })

  it('close each idle interaction once when two workers run at the same time', async () => {
    const { shared, ctx, customer } = await aWorked()
    const before = { ...ctx, now: new Date(NOW.getTime() - 4 * 3_600_000 - 1) }
    await startInteraction(before, { customerId: customer.id, means: 'call' })
    const edge = { ...ctx, now: new Date(NOW.getTime() - 4 * 3_600_000) }
    await startInteraction(edge, { customerId: customer.id, means: 'whatsapp' })
    const closed = await Promise.all([closeIdleInteractions(shared, NOW), closeIdleInteractions(shared, NOW)])
    expect(closed[0]! + closed[1]!).toBe(1)
    const rows = await shared.select().from(agendaInteractions).where(eq(agendaInteractions.customerId, customer.id))
    expect(rows.map(({ means, situation }) => `${means} ${situation}`).sort()).toEqual([
      'call auto_closed',
      'whatsapp open',
    ])
    const events = await shared.select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))
    expect(events.filter(({ event }) => event === 'agenda_interaction.auto_closed')).toHaveLength(1)
  })
})
