import { eq } from 'drizzle-orm'
import {
  auditEvents,
  consents,
  contactPoints,
  conversationMessages,
  conversations,
  inboundEvents,
  outbox,
  sends,
  suppressions,
} from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { addressHash } from '@/lib/sending/address'
import { aCtx, aCustomer, aMerged, aPoint, aStore } from '@/lib/testing/builders'
import { aConversation } from '@/lib/testing/conversations'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { receiveArrival } from '../receive-arrival'
import { assignMessages } from './assign'
import { closeConversation, reopenConversation } from './close'
import { replyRefusal, replyToConversation } from './reply'

const { db, pool } = useTestDatabase()

const PHONE = {
  channel: 'whatsapp',
  value: '(11) 98765-7777',
  normalized: '+5511987657777',
  matchKey: '87657777|11',
} as const

async function aCase(over: Parameters<typeof aConversation>[2] = {}, on = db()) {
  const ctx = await aCtx(on)
  const customer = await aCustomer(on)
  const point = await aPoint(on, customer.id, PHONE)
  const conversation = await aConversation(on, customer.id, {
    pointId: point.id,
    lastInAt: new Date('2026-03-01'),
    ...over,
  })
  const input = { customerId: customer.id, conversationId: conversation.id, body: 'Chega amanhã.' }
  return { ctx, customer, point, conversation, input }
}

async function expectNothingSent(customerId: string) {
  for (const table of [sends, conversationMessages])
    expect(await db().select().from(table).where(eq(table.customerId, customerId))).toHaveLength(0)
  expect(await db().select().from(outbox)).toHaveLength(0)
  expect(await db().select().from(auditEvents).where(eq(auditEvents.event, 'message.sent'))).toHaveLength(0)
}

describe('a reply', () => {
  it('goes to the address that the customer wrote from, as a service message, with its history', async () => {
    const { ctx, customer, input } = await aCase()
    await aPoint(db(), customer.id, { ...PHONE, value: 'x', normalized: '+5511911112222', primaryAt: new Date() })
    expect(await replyToConversation(ctx, input)).toMatchObject({ ok: true })
    const [send] = await db().select().from(sends)
    expect(send).toMatchObject({
      address: '+5511987657777',
      channel: 'whatsapp',
      sentBy: ctx.viewer.userId,
      journeyId: null,
    })
    expect(await db().select().from(outbox)).toMatchObject([{ sendId: send!.id, payload: { text: 'Chega amanhã.' } }])
    expect(await db().select().from(conversationMessages)).toMatchObject([
      { direction: 'out', body: 'Chega amanhã.', sendId: send!.id, authorId: ctx.viewer.userId },
    ])
    const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))
    expect(events.map(({ event }) => event)).toEqual(['message.sent'])
  })

  it('of a conversation of an absorbed record goes to that record’s address', async () => {
    const ctx = await aCtx(db())
    const { survivor, absorbed } = await aMerged(db())
    await aPoint(db(), survivor.id, { ...PHONE, normalized: '+5511911112222', primaryAt: new Date() })
    const point = await aPoint(db(), absorbed.id, PHONE)
    const { id: conversationId } = await aConversation(db(), absorbed.id, { pointId: point.id })
    await replyToConversation(ctx, { customerId: survivor.id, conversationId, body: 'Oi' })
    expect(await db().select().from(sends)).toMatchObject([{ address: '+5511987657777' }])
    expect(await db().select().from(conversationMessages)).toMatchObject([{ customerId: absorbed.id }])
  })

  it('by e-mail has the subject of the conversation', async () => {
    const { ctx, customer } = await aCase()
    await aPoint(db(), customer.id)
    const mail = { channel: 'email', address: 'maria@example.com', subject: 'Pedido 12' } as const
    const { id: conversationId } = await aConversation(db(), customer.id, mail)
    await replyToConversation(ctx, { customerId: customer.id, conversationId, body: 'Oi' })
    expect(await db().select().from(outbox)).toMatchObject([
      { payload: { to: 'maria@example.com', subject: 'Re: Pedido 12' } },
    ])
  })
})

type Case = Awaited<ReturnType<typeof aCase>>

const suppress = (reason: 'bounced' | 'complained') =>
  db()
    .insert(suppressions)
    .values({ channel: 'whatsapp', addressHash: addressHash(PHONE.normalized), reason, purpose: 'all', at: new Date() })

describe.each<[string, (one: Case) => Promise<unknown>, string]>([
  [
    'after the customer opted out',
    ({ customer, ctx }) =>
      db()
        .insert(consents)
        .values({
          ...{
            customerId: customer.id,
            id: newId(),
            preference: 'whatsapp',
            purpose: 'service',
            action: 'cancelled',
            origin: 'app',
          },
          ...{ at: new Date(), actorId: ctx.viewer.userId },
        } as const),
    'sending.cancelled',
  ],
  ['to an address that bounced', () => suppress('bounced'), 'sending.bounced'],
  ['to an address that complained', () => suppress('complained'), 'sending.complained'],
  [
    'to a removed contact point',
    ({ point }) => db().update(contactPoints).set({ retiredAt: new Date() }).where(eq(contactPoints.id, point.id)),
    'conversations.point_gone',
  ],
])('a reply %s', (_, prepare, code) => {
  it('is refused with its rule, and leaves nothing behind', async () => {
    const one = await aCase()
    await prepare(one)
    expect(await replyRefusal(one.ctx, one.customer, one.conversation)).toMatchObject({ code })
    expect(await replyToConversation(one.ctx, one.input)).toMatchObject({ failure: { code } })
    await expectNothingSent(one.customer.id)
  })
})

it('a reply to a blocked contact point or in a chat is refused', async () => {
  const { ctx, customer } = await aCase()
  await aPoint(db(), customer.id, { channel: 'mobile', normalized: '+5511911112222', blockedAt: new Date() })
  for (const [over, code] of [
    [{ address: '+5511911112222' }, 'sending.point_blocked'],
    [{ channel: 'chat' }, 'conversations.chat_only'],
  ] as const) {
    const { id: conversationId } = await aConversation(db(), customer.id, over)
    expect(await replyToConversation(ctx, { customerId: customer.id, conversationId, body: 'Oi' })).toMatchObject({
      failure: { code },
    })
  }
  await expectNothingSent(customer.id)
})

it.each<[string, (one: Case) => Promise<[WriteCtx, object]>, object]>([
  ['without the permission', async () => [await aCtx(db(), 'viewer'), {}], { kind: 'forbidden' }],
  [
    'to a customer out of scope',
    async () => [await aCtx(db(), 'seller', { kind: 'stores', storeIds: [(await aStore(db())).id] }), {}],
    { kind: 'not_found' },
  ],
  [
    'in a conversation that does not exist',
    async ({ ctx }) => [ctx, { conversationId: newId() }],
    { kind: 'not_found' },
  ],
  ['without a text', async ({ ctx }) => [ctx, { body: '  ' }], { fields: { body: 'conversations.empty' } }],
  [
    'with a text that is too long',
    async ({ ctx }) => [ctx, { body: 'x'.repeat(4_001) }],
    { fields: { body: 'too_long' } },
  ],
])('a reply %s is refused and leaves nothing behind', async (_, prepare, failure) => {
  const one = await aCase()
  const [ctx, over] = await prepare(one)
  expect(await replyToConversation(ctx, { ...one.input, ...over })).toMatchObject({ failure })
  await expectNothingSent(one.customer.id)
})

it('a closed conversation opens again with the customer’s next message', async () => {
  const {
    ctx,
    customer,
    conversation,
    input: { body: _, ...input },
  } = await aCase()
  expect(await closeConversation(ctx, input)).toMatchObject({ ok: true })
  await closeConversation(ctx, input)
  await reopenConversation(ctx, input)
  await closeConversation(ctx, input)
  const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))
  expect(events.map(({ event }) => event.split('.')[1])).toEqual(['closed', 'reopened', 'closed'])
  await db().update(conversations).set({ threadKey: 'a' }).where(eq(conversations.id, conversation.id))
  await receiveArrival(
    db(),
    { source: 'webhook', eventId: 'next', arrival: anArrival({ thread: 'a' }) },
    { now: new Date() },
  )
  expect(await db().select().from(conversations)).toMatchObject([{ closedAt: null, closedBy: null, messageCount: 1 }])
})

const anArrival = (over: object = {}) => ({
  ...{ channel: 'whatsapp' as const, address: '+5511987657777', thread: null, subject: null, attributes: {} },
  messages: [{ id: newId(), direction: 'in' as const, author: 'Maria', at: new Date(), body: 'Oi' }],
  ...over,
})

describe('messages without a customer', () => {
  const aWaiting = async (over: object = {}) => {
    await receiveArrival(db(), { source: 'webhook', eventId: newId(), arrival: anArrival(over) }, { now: new Date() })
    const [event] = await db().select().from(inboundEvents)
    return event!.id
  }

  it('go into a conversation of the customer that an agent chooses, and later ones of the thread too', async () => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db())
    const eventId = await aWaiting({ thread: 'x' })
    expect(await assignMessages(ctx, { customerId: customer.id, eventId })).toMatchObject({ ok: true })
    const later = { source: 'webhook' as const, eventId: 'later', arrival: anArrival({ thread: 'x' }) }
    expect(await receiveArrival(db(), later, { now: new Date() })).toBe('stored')
    expect(await db().select().from(conversations)).toMatchObject([{ customerId: customer.id, messageCount: 2 }])
    expect(await db().select().from(inboundEvents)).toMatchObject([{ content: null }, { content: null }])
    const elsewhere = { ...later, eventId: 'other', arrival: anArrival({ thread: 'x', address: '+5511911112222' }) }
    expect(await receiveArrival(db(), elsewhere, { now: new Date() })).toBe('unassigned')
  })

  it('are assigned once', async () => {
    const ctx = await aCtx(db())
    const [one, other] = [await aCustomer(db()), await aCustomer(db())]
    const eventId = await aWaiting()
    await assignMessages(ctx, { customerId: one.id, eventId })
    const again = await assignMessages(ctx, { customerId: other.id, eventId })
    expect(again).toMatchObject({ failure: { code: 'conversations.already_assigned' } })
    expect(await db().select().from(conversations)).toMatchObject([{ customerId: one.id }])
  })

  it('are not assigned without the permission', async () => {
    const customer = await aCustomer(db())
    const eventId = await aWaiting()
    const result = await assignMessages(await aCtx(db(), 'seller'), { customerId: customer.id, eventId })
    expect(result).toMatchObject({ failure: { kind: 'forbidden' } })
    expect(await db().select().from(conversations)).toHaveLength(0)
  })
})

// The last test: what its connections commit stays in this file's database.
it('sends a reply once when its form arrives several times at once', async () => {
  const { ctx, customer, input } = await aCase({}, pool())
  const once: WriteCtx = { ...ctx, idempotencyKey: 'one form' }
  const results = await Promise.all(Array.from({ length: 6 }, () => replyToConversation(once, input)))
  expect(results.filter((result) => result.ok && !result.repeated)).toHaveLength(1)
  expect(await pool().select().from(sends).where(eq(sends.customerId, customer.id))).toHaveLength(1)
})
