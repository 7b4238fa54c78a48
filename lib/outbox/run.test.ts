import { eq, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { consents, interactions, outbox, sends } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { aDelivery } from '@/lib/testing/sending'
import type { Transport, Outcome, OutboundMessage } from '@/lib/sending/transport'
import { claimDue, blockingReason, type Claimed } from './claim'
import { retryDelivery } from './commands/retry'
import { deliver } from './deliver'
import { receiveWebhook } from './webhooks/receive'
import { backoffMs, outboxSettings } from './settings'

const { db } = useTestDatabase()

const settings = { ...outboxSettings(), triesMax: 3, timeoutMs: 200 }

type Answers = (message: OutboundMessage, signal: AbortSignal) => Promise<Outcome> | Outcome

const transport = (answers: Answers, over: Partial<Transport> = {}): Transport => ({
  provider: 'resend',
  idempotent: true,
  perSecond: null,
  deliver: async (message, signal) => answers(message, signal),
  ...over,
})

const says = (outcome: Outcome) => () => outcome

/** Claims due deliveries and sends them, as the worker does. */
async function work(by: Transport, of: Primary = db(), channel: 'email' | 'sms' = 'email') {
  const claimed = await claimDue(of, by, channel, { limit: 10, leaseMs: 60_000 })
  for (const delivery of claimed)
    await deliver(delivery, {
      db: of,
      transport: by,
      settings,
      stopping: new AbortController().signal,
      pauses: new Map(),
    })
  return claimed.length
}

async function aCase(over: Partial<typeof outbox.$inferInsert> = {}) {
  const { id: customerId } = await aCustomer(db())
  const delivery = await aDelivery(db(), customerId, over, over.channel ? { channel: over.channel } : {})
  const read = async () => (await db().select().from(outbox).where(eq(outbox.id, delivery.id)))[0]!
  const happened = async () =>
    (await db().select().from(interactions).where(eq(interactions.customerId, customerId))).map(({ kind }) => kind)
  const state = async () =>
    (await db().select({ state: sends.state }).from(sends).where(eq(sends.customerId, customerId)))[0]!.state
  return { customerId, delivery, read, happened, state }
}

const due = (id: string) =>
  db()
    .update(outbox)
    .set({ dueAt: sql`now() - interval '1 second'` })
    .where(eq(outbox.id, id))

it('sends a delivery once, records it and deletes its payload', async () => {
  const { delivery, read, happened, state } = await aCase()
  const keys: string[] = []
  const by = transport(({ id }) => (keys.push(id), { kind: 'accepted', providerId: 're-1' }))
  expect(await work(by)).toBe(1)
  expect(await work(by)).toBe(0)
  expect(keys).toEqual([delivery.id])
  expect(await read()).toMatchObject({
    state: 'sent',
    provider: 'resend',
    providerId: 're-1',
    payload: null,
    attempts: 1,
  })
  expect([await happened(), await state()]).toEqual([['sent'], 'sent'])
})

it('does not delete the payload of the offline outbox', async () => {
  const { read } = await aCase()
  await work(transport(({ id }) => ({ kind: 'accepted', providerId: id }), { provider: 'offline' }))
  expect((await read()).payload).not.toBeNull()
})

it('gives up at once after a refusal, with the reason, and records a failure', async () => {
  const { read, happened, state } = await aCase()
  await work(transport(says({ kind: 'refused', code: 'rejected', detail: 'validation_error' })))
  expect(await read()).toMatchObject({ state: 'dead', failure: 'rejected', failureDetail: 'validation_error' })
  expect((await read()).payload).not.toBeNull()
  expect([await happened(), await state()]).toEqual([['failed'], 'failed'])
})

it('retries after an unknown outcome with the same key, up to the maximum number of tries', async () => {
  const { delivery, read } = await aCase()
  const keys: string[] = []
  const by = transport(({ id }) => (keys.push(id), { kind: 'unknown' }))
  for (let n = 0; n < 5; n += 1) {
    await work(by)
    await due(delivery.id)
  }
  expect(keys).toEqual(Array(3).fill(delivery.id))
  expect(await read()).toMatchObject({ state: 'dead', failure: 'too_many_tries' })
})

it('pauses the provider for all workers when it asks to wait, and does not count the try', async () => {
  const { delivery, read } = await aCase()
  const by = transport(says({ kind: 'wait', seconds: 30 }), { perSecond: 100 })
  await work(by)
  expect(await read()).toMatchObject({ state: 'waiting', attempts: 0, firstTriedAt: null })
  await due(delivery.id)
  expect(await work(by)).toBe(0)
})

it('claims no more deliveries than the rate limit allows', async () => {
  for (let n = 0; n < 4; n += 1) await aCase()
  const claimed = await claimDue(db(), transport(says({ kind: 'unknown' }), { perSecond: 2 }), 'email', {
    limit: 10,
    leaseMs: 1_000,
  })
  expect(claimed.map(({ delayMs }) => Math.round(delayMs / 100))).toEqual([0, 5])
})

it('treats a request without an answer as an unknown outcome', async () => {
  const { read } = await aCase()
  await work(
    transport(
      (_, signal) =>
        new Promise((_resolve, broken) => signal.addEventListener('abort', () => broken(new Error('aborted')))),
    ),
  )
  expect(await read()).toMatchObject({ state: 'waiting', attempts: 1 })
})

it('does not retry after an unknown outcome if the provider has no idempotency keys', async () => {
  const { delivery, read } = await aCase({ channel: 'sms' })
  const sms = transport(says({ kind: 'unknown' }), { provider: 'zenvia', idempotent: false })
  await work(sms, db(), 'sms')
  await due(delivery.id)
  expect(await work(sms, db(), 'sms')).toBe(0)
  expect(await read()).toMatchObject({ state: 'dead', failure: 'outcome_unknown' })
})

it('finds an SMS whose answer was lost by the webhook that repeats it, and removes its failure', async () => {
  const { read, happened } = await aCase({
    channel: 'sms',
    state: 'dead',
    failure: 'outcome_unknown',
    provider: 'zenvia',
  })
  const status = {
    id: 'e2',
    type: 'MESSAGE_STATUS',
    messageId: 'z1',
    messageStatus: { code: 'DELIVERED', timestamp: '2026-03-01T12:01:00Z' },
  }
  const message = { id: 'z1', to: '5511987657777', direction: 'OUT', contents: [{ type: 'text', text: 'Olá!' }] }
  expect(await receiveWebhook(db(), { provider: 'zenvia', eventId: 'e2', body: status })).toBe('pending')
  expect(
    await receiveWebhook(db(), {
      provider: 'zenvia',
      eventId: 'e1',
      body: { id: 'e1', type: 'MESSAGE', timestamp: '2026-03-01T12:00:00Z', message },
    }),
  ).toBe('processed')
  expect(await read()).toMatchObject({ state: 'sent', providerId: 'z1', failure: null })
  expect((await happened()).sort()).toEqual(['delivered', 'sent'])
})

it.each<[string, Partial<Claimed>, Partial<Transport>, string | null]>([
  ['a first try', {}, {}, null],
  ['a retry while its key is valid', { triedHoursAgo: 23, tries: 2 }, {}, null],
  ['a retry after its key has expired', { triedHoursAgo: 24, tries: 2 }, {}, 'outcome_unknown'],
  [
    'a delivery that a killed worker may have sent without a key',
    { triedHoursAgo: 0, tries: 2 },
    { idempotent: false },
    'outcome_unknown',
  ],
  ['one try too many', { tries: 4 }, {}, 'too_many_tries'],
])('decides whether to send %s', (_, over, by, verdict) => {
  const claimed: Claimed = {
    id: 'a',
    channel: 'email',
    customerId: null,
    sendId: null,
    payload: { to: 'a', text: 'b' },
    tries: 1,
    delayMs: 0,
    triedHoursAgo: null,
    objection: null,
    ...over,
  }
  expect(blockingReason(claimed, transport(says({ kind: 'unknown' }), by), 3)).toBe(verdict)
})

it('waits longer after each try, with a random part and up to a maximum', () => {
  expect([1, 2, 3].map((tries) => backoffMs(tries, settings, 1))).toEqual([2_000, 4_000, 8_000])
  expect(backoffMs(1, settings, 0)).toBe(1_000)
  expect(backoffMs(40, settings, 1)).toBe(settings.backoffMsMax)
})

describe('a manual retry', () => {
  it('queues the delivery again, removes the failure and records an event', async () => {
    const { delivery, read, happened, state } = await aCase()
    await work(transport(says({ kind: 'refused', code: 'rejected' })))
    const admin = await aCtx(db(), 'admin')
    expect(await retryDelivery(admin, { deliveryId: delivery.id })).toMatchObject({ ok: true })
    expect(await read()).toMatchObject({ state: 'waiting', attempts: 0, failure: null })
    expect([await happened(), await state()]).toEqual([[], 'queued'])
    await work(transport(says({ kind: 'accepted', providerId: 're-2' })))
    expect([await happened(), await state()]).toEqual([['sent'], 'sent'])
    expect(await retryDelivery(admin, { deliveryId: delivery.id })).toMatchObject({
      failure: { code: 'sending.not_dead' },
    })
  })

  it('is refused without the permission and for a customer out of scope', async () => {
    const { delivery, read } = await aCase({ state: 'dead', failure: 'rejected' })
    expect(await retryDelivery(await aCtx(db(), 'manager'), { deliveryId: delivery.id })).toMatchObject({
      failure: { kind: 'forbidden' },
    })
    expect(await retryDelivery(await aCtx(db(), 'admin', { kind: 'own' }), { deliveryId: delivery.id })).toMatchObject({
      failure: { kind: 'not_found' },
    })
    expect(await read()).toMatchObject({ state: 'dead' })
  })

  const DEAD = { state: 'dead', failure: 'rejected' } as const
  const HOUR_MS = 3_600_000
  const cancelled = (customerId: string, agoMs = 0) =>
    db()
      .insert(consents)
      .values({
        customerId,
        id: newId(),
        preference: 'email',
        purpose: 'service',
        action: 'cancelled',
        origin: 'admin',
        at: new Date(Date.now() - agoMs),
      })

  it('checks the survivor of a merged record', async () => {
    const survivor = await aCustomer(db())
    const absorbed = await aCustomer(db(), { survivorId: survivor.id })
    const delivery = await aDelivery(db(), absorbed.id, DEAD)
    await cancelled(survivor.id)
    expect(await retryDelivery(await aCtx(db(), 'admin'), { deliveryId: delivery.id })).toMatchObject({
      failure: { code: 'sending.cancelled' },
    })
  })

  it('is refused for a point that was blocked and then removed', async () => {
    const { customerId, delivery } = await aCase(DEAD)
    await aPoint(db(), customerId, { blockedAt: new Date(), retiredAt: new Date() })
    expect(await retryDelivery(await aCtx(db(), 'admin'), { deliveryId: delivery.id })).toMatchObject({
      failure: { code: 'sending.point_blocked' },
    })
  })

  it.each([
    ['is allowed by its override reason', HOUR_MS, { ok: true }],
    ['is refused after a newer cancellation', -HOUR_MS, { failure: { code: 'sending.cancelled' } }],
  ])('%s', async (_, beforeMs, answer) => {
    const { id } = await aCustomer(db())
    const delivery = await aDelivery(db(), id, DEAD, { overrideReason: 'Exigência legal' })
    await cancelled(id, beforeMs)
    expect(await retryDelivery(await aCtx(db(), 'admin'), { deliveryId: delivery.id })).toMatchObject(answer)
  })
})
