import { eq, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditEvents, consents, interactions, journeys, outbox, sends, suppressions } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { addressHash } from '@/lib/sending/address'
import type { Transport, Outcome } from '@/lib/sending/transport'
import { stopSending } from '@/lib/sending/stop-sending'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { aDelivery } from '@/lib/testing/sending'
import { claimDue } from './claim'
import { retryDelivery } from './commands/retry'
import { deliver } from './deliver'
import { getDelivery } from './read-one'
import { receiveWebhook } from './webhooks/receive'
import { outboxSettings } from './settings'

const { db, pool } = useTestDatabase()

const ACCEPTED: Outcome = { kind: 'accepted', providerId: 're-1' }

/** Claims due deliveries and sends them, as the worker does. Returns the ids that the provider received. */
async function work(
  answer: () => Promise<Outcome> | Outcome = () => ACCEPTED,
  of: Primary = db(),
  perSecond: number | null = null,
): Promise<string[]> {
  const handed: string[] = []
  const by: Transport = {
    provider: 'resend',
    idempotent: true,
    perSecond,
    deliver: async ({ id }) => (handed.push(id), answer()),
  }
  const delivering = {
    db: of,
    transport: by,
    settings: outboxSettings(),
    stopping: new AbortController().signal,
    pauses: new Map(),
  }
  for (const claimed of await claimDue(of, by, 'email', { limit: 10, leaseMs: 60_000 }))
    await deliver(claimed, delivering)
  return handed
}

type Over = Parameters<typeof aDelivery>[3]

async function aCase(over: Over = {}, of: Primary = db()) {
  const { id: customerId } = await aCustomer(of)
  const delivery = await aDelivery(of, customerId, {}, over)
  const [send] = await of.select().from(sends).where(eq(sends.customerId, customerId))
  const read = async () => (await of.select().from(outbox).where(eq(outbox.id, delivery.id)))[0]!
  return { customerId, delivery, send: send!, read }
}

type Case = Awaited<ReturnType<typeof aCase>>

const says = (
  customerId: string,
  action: 'accepted' | 'cancelled',
  purpose: 'service' | 'marketing' = 'service',
  agoMs = 0,
  of: Primary = db(),
) =>
  of.insert(consents).values({
    customerId,
    id: newId(),
    preference: 'email',
    purpose,
    action,
    origin: 'admin',
    at: new Date(Date.now() - agoMs),
  })

const suppress = (reason: 'bounced' | 'complained' | 'unsubscribed', purpose: 'all' | 'marketing') =>
  db()
    .insert(suppressions)
    .values({ channel: 'email', addressHash: addressHash('maria@example.com'), reason, purpose, at: new Date() })

const due = (id: string) =>
  db()
    .update(outbox)
    .set({ dueAt: sql`now() - interval '1 second'` })
    .where(eq(outbox.id, id))

const SERVICE = { purpose: 'service' } as const
const MARKETING = { purpose: 'marketing' } as const
const HOUR_MS = 3_600_000

it.each<[string, Over, (c: Case) => Promise<unknown>, string]>([
  ['a customer who cancelled the channel', SERVICE, ({ customerId }) => says(customerId, 'cancelled'), 'cancelled'],
  [
    'a customer who cancelled promotions',
    MARKETING,
    async ({ customerId }) => (
      await says(customerId, 'accepted', 'marketing'),
      says(customerId, 'cancelled', 'marketing')
    ),
    'cancelled',
  ],
  ['a promotion nobody accepted', MARKETING, async () => {}, 'no_record'],
  [
    'a blocked address',
    SERVICE,
    ({ customerId }) => aPoint(db(), customerId, { blockedAt: new Date() }),
    'point_blocked',
  ],
  [
    'an address that was blocked and removed',
    SERVICE,
    ({ customerId }) => aPoint(db(), customerId, { blockedAt: new Date(), retiredAt: new Date() }),
    'point_blocked',
  ],
  [
    'an address that was blocked, removed and added again',
    SERVICE,
    async ({ customerId }) => (
      await aPoint(db(), customerId, { blockedAt: new Date(), retiredAt: new Date() }),
      aPoint(db(), customerId)
    ),
    'point_blocked',
  ],
  ['an address that bounced', SERVICE, () => suppress('bounced', 'all'), 'bounced'],
  ['a customer who complained', SERVICE, () => suppress('complained', 'all'), 'complained'],
  [
    'a customer who unsubscribed',
    MARKETING,
    async ({ customerId }) => (await says(customerId, 'accepted', 'marketing'), suppress('unsubscribed', 'marketing')),
    'unsubscribed',
  ],
  [
    'a retired journey',
    SERVICE,
    ({ send }) => db().update(journeys).set({ retiredAt: new Date() }).where(eq(journeys.id, send.journeyId!)),
    'journey_retired',
  ],
])('withholds a planned message because of %s, and shows the reason', async (_, over, since, rule) => {
  const planned = await aCase(over)
  await since(planned)
  expect(await work()).toEqual([])
  const failure = `withheld.${rule}`
  expect(await planned.read()).toMatchObject({ state: 'dead', failure, firstTriedAt: null, doneAt: expect.any(Date) })
  const happened = await db()
    .select({ kind: interactions.kind, rawCode: interactions.rawCode })
    .from(interactions)
    .where(eq(interactions.customerId, planned.customerId))
  expect(happened).toEqual([{ kind: 'failed', rawCode: failure }])
  const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, planned.customerId))
  expect(events).toMatchObject([{ event: 'message.withheld', subject: `send:${planned.send.id}`, actorId: null }])
  expect(JSON.parse(events[0]!.details!)).toEqual({ channel: 'email', message: 'Segunda via', failure })
  const admin = await aCtx(db(), 'admin')
  expect(await getDelivery(admin, planned.delivery.id)).toMatchObject({ failure, sendState: 'failed' })
  expect(await retryDelivery(admin, { deliveryId: planned.delivery.id })).toMatchObject({
    failure: { code: `sending.${rule}` },
  })
  expect(await work()).toEqual([])
})

it.each<[string, Over, (c: Case) => Promise<unknown>]>([
  [
    'a cancellation of promotions only',
    SERVICE,
    async ({ customerId }) => (await says(customerId, 'cancelled', 'marketing'), suppress('unsubscribed', 'marketing')),
  ],
  [
    'a cancellation before a newer acceptance',
    SERVICE,
    async ({ customerId }) => (await says(customerId, 'cancelled'), says(customerId, 'accepted')),
  ],
  [
    'a cancellation older than the override reason',
    { ...SERVICE, overrideReason: 'Exigência legal' },
    ({ customerId }) => says(customerId, 'cancelled', 'service', HOUR_MS),
  ],
  [
    "another address's silence",
    SERVICE,
    ({ customerId }) =>
      aPoint(db(), customerId, { value: 'b@example.com', normalized: 'b@example.com', blockedAt: new Date() }),
  ],
  ["another customer's cancellation", SERVICE, async () => says((await aCustomer(db())).id, 'cancelled')],
])('sends in spite of %s', async (_, over, since) => {
  const planned = await aCase(over)
  await since(planned)
  expect(await work()).toEqual([planned.delivery.id])
  expect(await planned.read()).toMatchObject({ state: 'sent' })
})

it('does not apply an override reason to a newer cancellation', async () => {
  const planned = await aCase({ ...SERVICE, overrideReason: 'Exigência legal' })
  await says(planned.customerId, 'cancelled', 'service', -HOUR_MS)
  expect(await work()).toEqual([])
})

it('checks the survivor of a merged record', async () => {
  const survivor = await aCustomer(db())
  await aDelivery(db(), (await aCustomer(db(), { survivorId: survivor.id })).id)
  await says(survivor.id, 'cancelled')
  expect(await work()).toEqual([])
})

it('sends codes and notices to the staff even if the customer cancelled', async () => {
  const { id: customerId } = await aCustomer(db())
  await says(customerId, 'cancelled')
  const payload = { to: 'maria@example.com', text: '123456' }
  await db()
    .insert(outbox)
    .values([
      { id: newId(), customerId, kind: 'acceptance_code', channel: 'email', payload },
      { id: newId(), customerId: null, kind: 'archive_ready', channel: 'email', payload },
    ])
  expect(await work()).toHaveLength(2)
})

it('checks every try, and remembers that an earlier one may have arrived', async () => {
  const planned = await aCase()
  expect(await work(() => ({ kind: 'unknown' }))).toEqual([planned.delivery.id])
  await says(planned.customerId, 'cancelled')
  await due(planned.delivery.id)
  expect(await work()).toEqual([])
  expect(await planned.read()).toMatchObject({
    state: 'dead',
    failure: 'withheld.cancelled',
    firstTriedAt: expect.any(Date),
  })
  const body = {
    type: 'email.delivered',
    created_at: new Date().toISOString(),
    data: { email_id: 're-9', tags: { delivery_id: planned.delivery.id } },
  }
  await receiveWebhook(db(), { provider: 'resend', eventId: 'e1', body })
  expect(await planned.read()).toMatchObject({ state: 'sent', failure: null })
})

it('can be sent again after the customer has accepted again', async () => {
  const planned = await aCase()
  await says(planned.customerId, 'cancelled')
  await work()
  await says(planned.customerId, 'accepted')
  expect(await retryDelivery(await aCtx(db(), 'admin'), { deliveryId: planned.delivery.id })).toMatchObject({
    ok: true,
  })
  expect(await work()).toEqual([planned.delivery.id])
})

it('uses the slot of a refused delivery for another one of the batch', async () => {
  const withheld = await aCase()
  for (let n = 0; n < 2; n += 1) await aCase()
  await says(withheld.customerId, 'cancelled')
  const by: Transport = { provider: 'resend', idempotent: true, perSecond: 4, deliver: async () => ACCEPTED }
  const claimed = await claimDue(db(), by, 'email', { limit: 3, leaseMs: 60_000 })
  expect(claimed.filter(({ objection }) => objection).map(({ id }) => id)).toEqual([withheld.delivery.id])
  expect(
    claimed
      .filter(({ objection }) => !objection)
      .map(({ delayMs }) => Math.round(delayMs))
      .sort((a, b) => a - b),
  ).toEqual([0, 250])
})

it('accepts an unsubscription while a message is being sent, and withholds the next message', async () => {
  const planned = await aCase(SERVICE, pool())
  const { customerId, send } = planned
  const unsubscribe = () =>
    pool().transaction((tx) =>
      stopSending(tx, {
        customerId,
        sendId: send.id,
        channel: 'email',
        address: send.address,
        at: new Date(),
        requestId: null,
        why: 'unsubscribed',
        purposes: ['service', 'marketing'],
        reason: null,
        textShown: 'Não quero',
        ip: null,
      }),
    )
  const handed = await work(async () => (await unsubscribe(), ACCEPTED), pool())
  expect(handed).toContain(planned.delivery.id)
  expect(await planned.read()).toMatchObject({ state: 'sent' })
  const next = await aDelivery(pool(), customerId)
  expect(await work(() => ACCEPTED, pool())).not.toContain(next.id)
  const [row] = await pool().select().from(outbox).where(eq(outbox.id, next.id))
  expect(row).toMatchObject({ failure: 'withheld.cancelled' })
})
