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
import { receiveReport } from './webhooks/receive'
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

/** Claims what is due and hands it over, as the worker does. */
async function work(by: Transport, of: Primary = db(), channel: 'email' | 'sms' = 'email') {
  const claimed = await claimDue(of, by, channel, { limit: 10, leaseMs: 60_000 })
  for (const one of claimed)
    await deliver(one, { db: of, transport: by, settings, stopping: new AbortController().signal, pauses: new Map() })
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

it('hands over once, notes it and forgets what it carried', async () => {
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

it('keeps what the offline outbox carried', async () => {
  const { read } = await aCase()
  await work(transport(({ id }) => ({ kind: 'accepted', providerId: id }), { provider: 'offline' }))
  expect((await read()).payload).not.toBeNull()
})

it('gives up at once on a refusal, says why, and counts it as failed', async () => {
  const { read, happened, state } = await aCase()
  await work(transport(says({ kind: 'refused', code: 'rejected', detail: 'validation_error' })))
  expect(await read()).toMatchObject({ state: 'dead', failure: 'rejected', failureDetail: 'validation_error' })
  expect((await read()).payload).not.toBeNull()
  expect([await happened(), await state()]).toEqual([['failed'], 'failed'])
})

it('asks again under the same key after an unknown outcome, a bounded number of times', async () => {
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

it('closes the gate for everybody when told to wait, and does not count the try', async () => {
  const { delivery, read } = await aCase()
  const by = transport(says({ kind: 'wait', seconds: 30 }), { perSecond: 100 })
  await work(by)
  expect(await read()).toMatchObject({ state: 'waiting', attempts: 0, firstTriedAt: null })
  await due(delivery.id)
  expect(await work(by)).toBe(0)
})

it('takes no more turns than the rate allows', async () => {
  for (let n = 0; n < 4; n += 1) await aCase()
  const claimed = await claimDue(db(), transport(says({ kind: 'unknown' }), { perSecond: 2 }), 'email', {
    limit: 10,
    leaseMs: 1_000,
  })
  expect(claimed.map(({ delayMs }) => Math.round(delayMs / 100))).toEqual([0, 5])
})

it('treats a request that hangs as unknown', async () => {
  const { read } = await aCase()
  await work(
    transport(
      (_, signal) =>
        new Promise((_resolve, broken) => signal.addEventListener('abort', () => broken(new Error('aborted')))),
    ),
  )
  expect(await read()).toMatchObject({ state: 'waiting', attempts: 1 })
})

it('never asks a provider without keys twice after an unknown outcome', async () => {
  const { delivery, read } = await aCase({ channel: 'sms' })
  const sms = transport(says({ kind: 'unknown' }), { provider: 'zenvia', idempotent: false })
  await work(sms, db(), 'sms')
  await due(delivery.id)
  expect(await work(sms, db(), 'sms')).toBe(0)
  expect(await read()).toMatchObject({ state: 'dead', failure: 'outcome_unknown' })
})

it('finds a lost SMS again by the report that repeats it, and takes its failure back', async () => {
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
  expect(await receiveReport(db(), { provider: 'zenvia', eventId: 'e2', body: status })).toBe('pending')
  expect(
    await receiveReport(db(), {
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
  ['a repeat within the life of its key', { triedHoursAgo: 23, tries: 2 }, {}, null],
  ['a repeat after its key is forgotten', { triedHoursAgo: 24, tries: 2 }, {}, 'outcome_unknown'],
  [
    'what a killed worker may have sent without a key',
    { triedHoursAgo: 0, tries: 2 },
    { idempotent: false },
    'outcome_unknown',
  ],
  ['one try too many', { tries: 4 }, {}, 'too_many_tries'],
])('judges %s', (_, over, by, verdict) => {
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

it('waits longer with every try, never in step with the others, and no longer than its most', () => {
  expect([1, 2, 3].map((tries) => backoffMs(tries, settings, 1))).toEqual([2_000, 4_000, 8_000])
  expect(backoffMs(1, settings, 0)).toBe(1_000)
  expect(backoffMs(40, settings, 1)).toBe(settings.backoffMsMax)
})

describe('trying again by hand', () => {
  it('puts it back in the queue, takes the failure back and tells it', async () => {
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

  it('is refused to who may not, and for a customer out of scope', async () => {
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

  it('asks the record that answers for a merged one', async () => {
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
    ['goes out with the reason it had', HOUR_MS, { ok: true }],
    ['is refused by a wish spoken since', -HOUR_MS, { failure: { code: 'sending.cancelled' } }],
  ])('%s', async (_, beforeMs, answer) => {
    const { id } = await aCustomer(db())
    const delivery = await aDelivery(db(), id, DEAD, { overrideReason: 'Exigência legal' })
    await cancelled(id, beforeMs)
    expect(await retryDelivery(await aCtx(db(), 'admin'), { deliveryId: delivery.id })).toMatchObject(answer)
  })
})
