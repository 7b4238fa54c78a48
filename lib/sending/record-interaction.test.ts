import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { customers, interactions, interactionTotals, sends } from '@/db/schema'
import { useTestDatabase } from '@/db/testing'
import { aCustomer } from '@/lib/testing/builders'
import { aSend } from '@/lib/testing/sending'
import { recordInteraction, type InteractionKind } from './record-interaction'

const { db, pool } = useTestDatabase()

const minute = (n: number) => new Date(Date.UTC(2026, 2, 1, 12, n))

type Report = readonly [kind: InteractionKind, minute: number, rawCode?: string]

const record = (tx: Db, customerId: string, sendId: string, [kind, at, rawCode = kind]: Report) =>
  recordInteraction(tx, { customerId, sendId, kind, occurredAt: minute(at), provider: 'resend', rawCode })

/** Everything the reports leave behind, without the ids. */
async function outcome(of: Db, customerId: string, sendId: string) {
  const [send] = await of.select({ state: sends.state, at: sends.stateAt }).from(sends).where(and(eq(sends.customerId, customerId), eq(sends.id, sendId)))
  const happened = await of.select({ kind: interactions.kind, at: interactions.occurredAt, raw: interactions.rawCode }).from(interactions).where(eq(interactions.customerId, customerId)).orderBy(asc(interactions.kind))
  const t = interactionTotals
  const totals = await of.select({ kind: t.kind, times: t.times, first: t.firstAt, last: t.lastAt }).from(t).where(eq(t.customerId, customerId)).orderBy(asc(t.kind))
  const [customer] = await of.select({ at: customers.lastInteractionAt, by: customers.lastInteractionChannel }).from(customers).where(eq(customers.id, customerId))
  return { send, happened, totals, customer }
}

function* permutations<T>(of: readonly T[]): Generator<T[]> {
  if (of.length <= 1) yield [...of]
  for (const [at, one] of of.entries()) for (const rest of permutations([...of.slice(0, at), ...of.slice(at + 1)])) yield [one, ...rest]
}

it.each<[string, readonly Report[], InteractionKind]>([
  ['sent, opened, clicked, an opening again', [['sent', 0], ['opened', 2], ['clicked', 3], ['opened', 9, 'again']], 'clicked'],
  ['a delivery reported twice, a complaint', [['sent', 0], ['delivered', 2], ['delivered', 1, 'first'], ['complained', 3]], 'complained'],
  ['a bounce after a delivery, and a failure', [['sent', 0], ['failed', 1], ['bounced', 5], ['delivered', 4]], 'bounced'],
])('comes to the same whatever the order: %s', async (_, reports, state) => {
  const seen = new Set<string>()
  for (const order of permutations(reports)) {
    const { id } = await aCustomer(db())
    const send = await aSend(db(), id)
    for (const report of order) expect(await record(db(), id, send.id, report)).toBe(true)
    const left = await outcome(db(), id, send.id)
    expect(left.send?.state).toBe(state)
    expect(left.totals.every(({ times }) => times === 1)).toBe(true)
    seen.add(JSON.stringify(left))
  }
  expect([...seen]).toHaveLength(1)
}, 120_000)

it('keeps the earliest report of a kind and counts it once', async () => {
  const { id } = await aCustomer(db())
  const send = await aSend(db(), id)
  for (const report of [['opened', 5, 'late'], ['opened', 2, 'early'], ['opened', 7, 'later']] as const) await record(db(), id, send.id, report)
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

it('answers false for a send that is not there', async () => {
  const { id } = await aCustomer(db())
  expect(await record(db(), id, '00000000-0000-7000-8000-000000000000', ['sent', 0])).toBe(false)
})

it('neither loses nor doubles what is reported at once, nor locks in a circle', async () => {
  const { id } = await aCustomer(pool())
  const all = await Promise.all(Array.from({ length: 6 }, () => aSend(pool(), id)))
  const kinds: InteractionKind[] = ['sent', 'delivered', 'opened', 'clicked']
  const reports = all.flatMap(({ id: sendId }) => kinds.flatMap((kind, at) => [[sendId, kind, at], [sendId, kind, at]] as const))
  await Promise.all(reports.map(([sendId, kind, at]) => pool().transaction((tx) => record(tx, id, sendId, [kind, at]))))
  const totals = await pool().select().from(interactionTotals).where(eq(interactionTotals.customerId, id))
  expect(totals.map(({ kind, times }) => [kind, times]).sort()).toEqual(kinds.map((kind) => [kind, 6]).sort())
  const states = await pool().select({ state: sends.state }).from(sends).where(eq(sends.customerId, id))
  expect(states.every(({ state }) => state === 'clicked')).toBe(true)
})
