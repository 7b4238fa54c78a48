import { and, asc, eq, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { customers, INTERACTION_KINDS, interactions, interactionTotals, messages, sends } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { aCustomer } from '@/lib/testing/builders'
import { newCustomerId, newId } from '@/lib/values/ids'
import { aJourney, aSend } from '@/lib/testing/sending'
import { permutationsOf } from '@/lib/testing/permutations'
import { recordInteraction, recordInteractions } from './record-interaction'
import type { InteractionKind } from './next-state'

const { db, pool } = useTestDatabase()

const minute = (n: number) => new Date(Date.UTC(2026, 2, 1, 12, n))

type TestEvent = readonly [kind: InteractionKind, minute: number, rawCode?: string]

const record = (tx: Primary, customerId: string, sendId: string, [kind, at, rawCode = kind]: TestEvent) =>
  recordInteraction(tx, { customerId, sendId, kind, occurredAt: minute(at), provider: 'resend', rawCode })

/** Returns everything that the events have changed, without ids. */
async function outcome(of: Primary, customerId: string, sendId: string) {
  const [send] = await of
    .select({ state: sends.state, at: sends.stateAt })
    .from(sends)
    .where(and(eq(sends.customerId, customerId), eq(sends.id, sendId)))
  const happened = await of
    .select({ kind: interactions.kind, at: interactions.occurredAt, raw: interactions.rawCode })
    .from(interactions)
    .where(eq(interactions.customerId, customerId))
    .orderBy(asc(interactions.kind))
  const t = interactionTotals
  const totals = await of
    .select({ kind: t.kind, times: t.times, first: t.firstAt, last: t.lastAt })
    .from(t)
    .where(eq(t.customerId, customerId))
    .orderBy(asc(t.kind))
  const [customer] = await of
    .select({ at: customers.lastInteractionAt, by: customers.lastInteractionChannel })
    .from(customers)
    .where(eq(customers.id, customerId))
  return { send, happened, totals, customer }
}

describe('1,260 of the 40,320 orders of the eight kinds', () => {
  /** A sample. All orders are tested without a database in `next-state.test.ts`. */
  const ORDERS = permutationsOf(INTERACTION_KINDS).filter((_, at) => at % 32 === 5)
  const CUSTOMERS = 42
  const PER_STATEMENT = 420
  const minuteOf = (kind: InteractionKind) => [4, 9, 7, 1, 12, 3, 3, 8][INTERACTION_KINDS.indexOf(kind)]!

  /** One send for each order; the sends of a customer share its totals. */
  async function plant() {
    const { journey } = await aJourney(db())
    const people = Array.from({ length: CUSTOMERS }, () => ({
      id: newCustomerId(),
      kind: 'person' as const,
      name: 'Maria',
    }))
    const messageRows = people.map(({ id }) => ({
      customerId: id,
      id: newId(),
      journeyId: journey.id,
      step: 1,
      name: 'Aviso',
      channel: 'email' as const,
      purpose: 'service' as const,
      subject: 'Aviso',
      body: 'Olá!',
    }))
    const planted = ORDERS.map((order, at) => ({ order, sendId: newId(), message: messageRows[at % CUSTOMERS]! }))
    await db().insert(customers).values(people)
    await db().insert(messages).values(messageRows)
    await db()
      .insert(sends)
      .values(
        planted.map(({ sendId: id, message: { customerId, id: messageId } }) => ({
          customerId,
          id,
          messageId,
          journeyId: journey.id,
          channel: 'email' as const,
          address: 'maria@example.com',
        })),
      )
    return planted.map(({ order, sendId, message }) => ({ order, sendId, customerId: message.customerId }))
  }

  type Planted = Awaited<ReturnType<typeof plant>>

  async function feed(planted: Planted, reportOf: (order: InteractionKind[], place: number) => TestEvent) {
    const all = planted.map(({ order, ...send }, place) => {
      const [kind, at, rawCode = kind] = reportOf(order, place)
      return { ...send, kind, occurredAt: minute(at), provider: 'resend' as const, rawCode }
    })
    for (let from = 0; from < all.length; from += PER_STATEMENT)
      await recordInteractions(db(), all.slice(from, from + PER_STATEMENT))
  }

  /** Returns each distinct outcome once. */
  async function ends() {
    const { rows: sent } = await db().execute<{ end: string }>(sql`
      select distinct state || ' ' || to_char(state_at, 'MI') || ': ' || (
        select string_agg(kind || ' ' || to_char(occurred_at, 'MI') || ' ' || raw_code, ', ' order by kind)
        from interactions i where i.customer_id = s.customer_id and i.send_id = s.id) as end from sends s`)
    const { rows: totals } = await db().execute(
      sql`select distinct kind, times, to_char(first_at, 'MI') as first, to_char(last_at, 'MI') as last from interaction_totals order by kind`,
    )
    const { rows: inJourney } = await db().execute(
      sql`select kind, times, to_char(last_at, 'MI') as last, count(*)::int as customers from journey_totals group by 1, 2, 3 order by 1`,
    )
    const seen = await db()
      .selectDistinct({ at: customers.lastInteractionAt, by: customers.lastInteractionChannel })
      .from(customers)
    return { sent: sent.map(({ end }) => end), totals, inJourney, seen }
  }

  const two = (n: number) => String(n).padStart(2, '0')
  const sorted = [...INTERACTION_KINDS].sort()
  const STEPS = [...INTERACTION_KINDS.keys()]

  /** The expected dates of each kind: the first at its own minute, the last at the same or at that of a repetition. */
  const same = (raw: (kind: InteractionKind) => string, later = 0) => ({
    sent: [
      `complained ${two(minuteOf('complained'))}: ${sorted.map((kind) => `${kind} ${two(minuteOf(kind))} ${raw(kind)}`).join(', ')}`,
    ],
    totals: sorted.map((kind) => ({
      kind,
      times: ORDERS.length / CUSTOMERS,
      first: two(minuteOf(kind)),
      last: two(minuteOf(kind) + later),
    })),
    inJourney: sorted.map((kind) => ({
      kind,
      times: ORDERS.length / CUSTOMERS,
      last: two(minuteOf(kind) + later),
      customers: CUSTOMERS,
    })),
  })

  it('have the same state, history and totals, also when they are repeated in the opposite order', async () => {
    const planted = await plant()
    for (const step of STEPS) await feed(planted, (order) => [order[step]!, minuteOf(order[step]!)])
    expect(await ends()).toEqual({ ...same((kind) => kind), seen: [{ at: minute(12), by: 'email' }] })
    for (const step of STEPS)
      await feed(planted, (order) => [order.at(-1 - step)!, minuteOf(order.at(-1 - step)!) + 20, 'again'])
    expect(await ends()).toEqual({ ...same((kind) => kind, 20), seen: [{ at: minute(32), by: 'email' }] })
  }, 120_000)

  it('keep the earliest event of a kind, although it arrives last', async () => {
    const planted = await plant()
    for (const step of STEPS) await feed(planted, (order) => [order[step]!, minuteOf(order[step]!) + 20, 'late'])
    for (const step of STEPS)
      await feed(planted, (order) => [order.at(-1 - step)!, minuteOf(order.at(-1 - step)!), 'early'])
    expect(await ends()).toEqual({ ...same(() => 'early', 20), seen: [{ at: minute(32), by: 'email' }] })
  }, 120_000)
})

it('keeps the earliest event of a kind and counts it once', async () => {
  const { id } = await aCustomer(db())
  const send = await aSend(db(), id)
  for (const report of [
    ['opened', 5, 'late'],
    ['opened', 2, 'early'],
    ['opened', 7, 'later'],
  ] as const)
    await record(db(), id, send.id, report)
  expect(await outcome(db(), id, send.id)).toMatchObject({
    happened: [{ kind: 'opened', at: minute(2), raw: 'early' }],
    totals: [{ kind: 'opened', times: 1, first: minute(2), last: minute(7) }],
    customer: { at: minute(7), by: 'email' },
  })
})

it('does not touch the customer for a test send or a failure', async () => {
  const { id } = await aCustomer(db())
  await record(db(), id, (await aSend(db(), id, { test: true })).id, ['opened', 1])
  await record(db(), id, (await aSend(db(), id)).id, ['failed', 1])
  const [customer] = await db().select().from(customers).where(eq(customers.id, id))
  expect(customer).toMatchObject({ lastInteractionAt: null })
})

it('returns false for an unknown send', async () => {
  const { id } = await aCustomer(db())
  expect(await record(db(), id, '00000000-0000-7000-8000-000000000000', ['sent', 0])).toBe(false)
})

it('counts concurrent events once each, without deadlocks', async () => {
  const { id } = await aCustomer(pool())
  const all = await Promise.all(Array.from({ length: 6 }, () => aSend(pool(), id)))
  const kinds: InteractionKind[] = ['sent', 'delivered', 'opened', 'clicked']
  const reports = all.flatMap(({ id: sendId }) =>
    kinds.flatMap(
      (kind, at) =>
        [
          [sendId, kind, at],
          [sendId, kind, at],
        ] as const,
    ),
  )
  await Promise.all(reports.map(([sendId, kind, at]) => pool().transaction((tx) => record(tx, id, sendId, [kind, at]))))
  const totals = await pool().select().from(interactionTotals).where(eq(interactionTotals.customerId, id))
  expect(totals.map(({ kind, times }) => [kind, times]).sort()).toEqual(kinds.map((kind) => [kind, 6]).sort())
  const states = await pool().select({ state: sends.state }).from(sends).where(eq(sends.customerId, id))
  expect(states.every(({ state }) => state === 'clicked')).toBe(true)
})
