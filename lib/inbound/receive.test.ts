import { asc, eq } from 'drizzle-orm'
import { consents, conversationMessages, conversations, inboundEvents, suppressions } from '@/db/schema'
import { aCustomer, aMerged, aPoint } from '@/lib/testing/builders'
import { inbound } from '@/lib/testing/conversations'
import { useTestDatabase } from '@/lib/testing/database'
import { aSend } from '@/lib/testing/sending'
import { newId } from '@/lib/values/ids'
import { receiveInbound, receiveReply } from './receive'

const { db, pool } = useTestDatabase()

const PHONE = {
  channel: 'whatsapp',
  value: '(11) 98765-7777',
  normalized: '+5511987657777',
  matchKey: '87657777|11',
} as const

const receive = (body: object, eventId = newId(), on = db()) => receiveInbound(on, { eventId, body, requestId: null })

const message = (text: string, over: object = {}) => ({
  id: newId(),
  by: 'customer',
  at: '2026-03-01T12:00:00Z',
  text,
  ...over,
})

async function aWriter() {
  const customer = await aCustomer(db())
  const point = await aPoint(db(), customer.id, PHONE)
  return { customer, point }
}

const transcript = (customerId: string, on = db()) =>
  on
    .select()
    .from(conversationMessages)
    .where(eq(conversationMessages.customerId, customerId))
    .orderBy(asc(conversationMessages.occurredAt), asc(conversationMessages.number))

describe('a message', () => {
  it('goes to the customer who has its address, also without the ninth digit', async () => {
    const { customer, point } = await aWriter()
    expect(await receive(inbound({ from: '551187657777' }))).toBe('stored')
    const [conversation] = await db().select().from(conversations)
    expect(conversation).toMatchObject({ customerId: customer.id, pointId: point.id, address: '+5511987657777' })
    expect(await transcript(customer.id)).toMatchObject([{ direction: 'in', body: 'Olá!' }])
  })

  it('is stored once, however often its event arrives', async () => {
    const { customer } = await aWriter()
    const [body, eventId] = [inbound(), newId()]
    expect([await receive(body, eventId), await receive(body, eventId)]).toEqual(['stored', 'duplicate'])
    expect(await receive(body, newId())).toBe('stored')
    expect(await transcript(customer.id)).toHaveLength(1)
  })

  it('is shown in the order of writing, whatever the order of arrival', async () => {
    const { customer } = await aWriter()
    await receive(inbound({ messages: [message('depois', { at: '2026-03-01T13:00:00Z' })] }))
    await receive(inbound({ messages: [message('antes', { at: '2026-03-01T11:00:00Z' })] }))
    const rows = await transcript(customer.id)
    expect(rows.map(({ body, number }) => [body, number])).toEqual([
      ['antes', 2],
      ['depois', 1],
    ])
    const [conversation] = await db().select().from(conversations)
    expect(conversation!.lastMessageAt).toEqual(new Date('2026-03-01T13:00:00Z'))
  })

  it('of an absorbed record goes to that record, which has the address', async () => {
    const { absorbed } = await aMerged(db())
    await aPoint(db(), absorbed.id, PHONE)
    await receive(inbound())
    expect(await transcript(absorbed.id)).toHaveLength(1)
  })

  it('does not go to a landline that ends like the mobile', async () => {
    const customer = await aCustomer(db())
    const landline = { channel: 'landline', value: '(11) 3456-7890', normalized: '+551134567890' } as const
    await aPoint(db(), customer.id, { ...landline, matchKey: '34567890|11' })
    expect(await receive(inbound({ from: '+5511934567890' }))).toBe('unassigned')
  })
})

describe('without one customer', () => {
  it('a message waits, and its events arrive once', async () => {
    const [body, eventId] = [inbound(), newId()]
    expect([await receive(body, eventId), await receive(body, eventId)]).toEqual(['unassigned', 'duplicate'])
    expect(await db().select().from(inboundEvents)).toMatchObject([{ unassigned: 'unknown' }])
  })

  it('a message is not guessed to be of one of two customers', async () => {
    await aWriter()
    await aWriter()
    await receive(inbound())
    expect(await db().select().from(inboundEvents)).toMatchObject([{ unassigned: 'ambiguous' }])
    expect(await db().select().from(conversationMessages)).toHaveLength(0)
  })

  it('a removed contact point does not count', async () => {
    const customer = await aCustomer(db())
    await aPoint(db(), customer.id, { ...PHONE, retiredAt: new Date() })
    expect(await receive(inbound())).toBe('unassigned')
  })
})

describe('a conversation', () => {
  it('is the one that the source names, with what the bot captured', async () => {
    const { customer } = await aWriter()
    await receive(inbound({ conversation: 'a', attributes: { produto: 'tênis', tamanho: 37 } }))
    await receive(inbound({ conversation: 'b' }))
    await receive(
      inbound({
        conversation: 'a',
        attributes: { tamanho: 38 },
        messages: [message('oi', { by: 'bot', author: 'Lia' })],
      }),
    )
    const rows = await db().select().from(conversations).orderBy(asc(conversations.threadKey))
    expect(rows.map(({ threadKey, messageCount, attributes }) => [threadKey, messageCount, attributes])).toEqual([
      ['a', 2, { produto: 'tênis', tamanho: '38' }],
      ['b', 1, {}],
    ])
    expect((await transcript(customer.id)).map(({ direction }) => direction).sort()).toEqual(['bot', 'in', 'in'])
  })

  it('without a name continues the open one from the same address only', async () => {
    const { customer } = await aWriter()
    await aPoint(db(), customer.id, { ...PHONE, value: 'x', normalized: '+5511911112222', matchKey: '11112222|11' })
    for (const from of ['5511987657777', '5511987657777', '5511911112222']) await receive(inbound({ from }))
    const rows = await db().select().from(conversations).orderBy(asc(conversations.messageCount))
    expect(rows.map(({ address, messageCount }) => [address, messageCount])).toEqual([
      ['+5511911112222', 1],
      ['+5511987657777', 2],
    ])
  })
})

it('keeps an e-mail as text, with its quotes and without active content', async () => {
  const customer = await aCustomer(db())
  await aPoint(db(), customer.id)
  const html = `<style>p{color:red}</style><script>alert(1)</script><p>Oi, <b>tudo</b> bem?</p><img src="https://x.example/pixel">
    <p><a href="https://loja.example/p?x=1">Pedido</a></p><blockquote>Quando chega?</blockquote>`
  await receive(
    inbound({
      channel: 'email',
      from: 'Maria@Example.com',
      subject: 'Pedido',
      messages: [message('', { text: null, html })],
    }),
  )
  const [row] = await transcript(customer.id)
  expect(row!.body).toBe('Oi, tudo bem?\n\nPedido [https://loja.example/p?x=1]\n\n> Quando chega?')
})

it('cuts a text that is too long and removes control characters', async () => {
  const { customer } = await aWriter()
  await receive(inbound({ messages: [message(`a\u0000b\u001b[31m${'x'.repeat(30_000)}`)] }))
  const [row] = await transcript(customer.id)
  expect(row!.body).toHaveLength(20_000)
  expect(row!.body.startsWith('ab[31mx')).toBe(true)
})

it('cancels promotions after SAIR, once, and keeps the message', async () => {
  const { customer } = await aWriter()
  await aSend(db(), customer.id, { channel: 'whatsapp', purpose: 'marketing' })
  const [body, eventId] = [inbound({ messages: [message('SAIR')] }), newId()]
  await receive(body, eventId)
  await receive(body, eventId)
  expect(await db().select().from(consents)).toMatchObject([{ preference: 'whatsapp', purpose: 'marketing' }])
  expect(await db().select().from(suppressions)).toHaveLength(1)
  expect(await transcript(customer.id)).toHaveLength(1)
})

it.each<[string, object]>([
  ['another type', { type: 'email.sent' }],
  ['no messages', { messages: [] }],
  ['an address that is none', { from: 'Maria' }],
  ['a channel without an address', { from: null }],
  ['a date that is none', { messages: [message('x', { at: 'ontem' })] }],
  ['an author that is none', { messages: [message('x', { by: 'admin' })] }],
])('refuses an event with %s', async (_, over) => {
  expect(await receive(inbound(over))).toBe('unreadable')
  expect(await db().select().from(inboundEvents)).toHaveLength(0)
})

it('puts a reply that the SMS provider reported into a conversation', async () => {
  const { customer } = await aWriter()
  const reply = { channel: 'sms', from: '5511987657777', text: 'Obrigada!' } as const
  const eventId = newId()
  for (const answer of ['stored', 'duplicate'])
    expect(await receiveReply(db(), 'zenvia', { eventId, reply, at: new Date() })).toBe(answer)
  expect(await transcript(customer.id)).toMatchObject([{ body: 'Obrigada!', source: 'zenvia' }])
})

// The last test: what its connections commit stays in this file's database.
it('opens a conversation once for messages that arrive at the same time', async () => {
  const on = pool()
  const customer = await aCustomer(on)
  await aPoint(on, customer.id, { ...PHONE, normalized: '+5521987654321', matchKey: '87654321|21' })
  const bodies = Array.from({ length: 8 }, () => inbound({ from: '5521987654321', conversation: 'same' }))
  await Promise.all(bodies.map((body) => receive(body, newId(), on)))
  const rows = await on.select().from(conversations).where(eq(conversations.customerId, customer.id))
  expect(rows.map(({ messageCount }) => messageCount)).toEqual([8])
  expect((await transcript(customer.id, on)).map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
