import { sql } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { DEFAULT_STATES } from '@/lib/cases/default-states'
import type { Ctx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aMerged, aStore } from '@/lib/testing/builders'
import { aConversation } from '@/lib/testing/conversations'
import { useTestDatabase } from '@/lib/testing/database'
import { aJourney } from '@/lib/testing/sending'
import { aSend, happened } from '@/lib/testing/sent'
import { newId } from '@/lib/values/ids'
import { countByCampaign } from './campaigns'
import { countCasesByState } from './cases'
import { countByChannel } from './channels'

const { db } = useTestDatabase()

const groupOf = (...memberIds: string[]) => ({ survivorId: memberIds[0]!, memberIds, revealed: new Set<string>() })

// In São Paulo (UTC−3) 10 March begins at 03:00 UTC.
const FIRST = new Date('2026-03-10T03:00:00Z')
const BEFORE = new Date('2026-03-10T02:59:59Z')
const LAST = new Date('2026-03-12T02:59:59Z')
const AFTER = new Date('2026-03-12T03:00:00Z')
const PERIOD = { from: '2026-03-10', to: '2026-03-11' }
const EDGES = [BEFORE, FIRST, LAST, AFTER]

const aCase = (ctx: Ctx, customerId: string, createdAt: Date, over: Partial<typeof cases.$inferInsert> = {}) =>
  db()
    .insert(cases)
    .values({
      ...{ customerId, id: newId(), subject: 'Troca', stateId: DEFAULT_STATES.new, createdBy: ctx.viewer.userId },
      createdAt,
      ...over,
    })

const write = (customerId: string, conversationId: string, number: number, at: Date, direction = 'in') =>
  db()
    .execute(sql`insert into conversation_messages (customer_id, conversation_id, number, direction, body, occurred_at, recorded_at)
    values (${customerId}, ${conversationId}, ${number}, ${direction}, 'Oi', ${at.toISOString()}, ${at.toISOString()})`)

/** A send by e-mail of that moment, with the events that followed. */
async function sentAt(customerId: string, at: Date, kinds: Parameters<typeof happened>[2][], over: object = {}) {
  const send = await aSend(db(), customerId, { createdAt: at, ...over })
  for (const kind of kinds) await happened(db(), send, kind, at)
  return send
}

const casesIn = async (...args: Parameters<typeof countCasesByState>) =>
  Object.fromEntries((await countCasesByState(...args)).flatMap(({ key, cases }) => (cases ? [[key, cases]] : [])))

describe('cases by state', () => {
  it('counts the cases of all records of the group by their present state, and of nobody else', async () => {
    const ctx = await aCtx(db())
    const { survivor, absorbed, memberIds } = await aMerged(db())
    const closed = { stateId: DEFAULT_STATES.solved, closedAt: FIRST, closedBy: ctx.viewer.userId }
    await aCase(ctx, survivor.id, FIRST)
    await aCase(ctx, absorbed.id, FIRST)
    await aCase(ctx, absorbed.id, FIRST, closed)
    await aCase(ctx, (await aCustomer(db())).id, FIRST)
    expect(await casesIn(ctx, groupOf(...memberIds), {})).toEqual({ new: 2, solved: 1 })
  })

  it('counts the days of the period in the time zone of the company, both included', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    for (const at of EDGES) await aCase(ctx, id, at)
    expect(await casesIn(ctx, groupOf(id), PERIOD)).toEqual({ new: 2 })
    expect(await casesIn(ctx, groupOf(id), { from: '2026-03-12' })).toEqual({ new: 1 })
    expect(await casesIn(ctx, groupOf(id), { to: '2026-03-09' })).toEqual({ new: 1 })
  })

  it('lists every state in use, in order, with zeros', async () => {
    const figures = await countCasesByState(await aCtx(db()), groupOf((await aCustomer(db())).id), {})
    expect(figures.map(({ key, cases }) => [key, cases])).toEqual(
      ['new', 'in_progress', 'waiting', 'solved', 'dropped'].map((key) => [key, 0]),
    )
  })
})

describe('campaigns', () => {
  it('counts cases and interactions of each campaign, the largest first, then those without one', async () => {
    const ctx = await aCtx(db())
    const { survivor, absorbed, memberIds } = await aMerged(db())
    const { journey: big } = await aJourney(db(), { name: 'Boas-vindas' })
    const { journey: small } = await aJourney(db(), { name: 'Aniversário' })
    await sentAt(survivor.id, FIRST, ['sent', 'delivered'], { journeyId: big.id })
    await sentAt(absorbed.id, FIRST, ['sent'], { journeyId: big.id })
    await sentAt(survivor.id, FIRST, ['sent', 'delivered', 'opened', 'clicked', 'replied'])
    await aCase(ctx, absorbed.id, FIRST, { journeyId: small.id })
    await aCase(ctx, survivor.id, FIRST, { journeyId: big.id })
    await sentAt((await aCustomer(db())).id, FIRST, ['sent'], { journeyId: small.id })
    expect(await countByCampaign(ctx, groupOf(...memberIds), {})).toEqual([
      { id: big.id, name: 'Boas-vindas', cases: 1, interactions: 3 },
      { id: small.id, name: 'Aniversário', cases: 1, interactions: 0 },
      { id: null, name: null, cases: 0, interactions: 5 },
    ])
  })

  it('leaves out test sends', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    await sentAt(id, FIRST, ['sent', 'delivered'], { test: true })
    expect(await countByCampaign(ctx, groupOf(id), {})).toEqual([])
  })

  it('applies the channel to interactions only, and the period to both', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    for (const at of EDGES) {
      await sentAt(id, at, ['sent'])
      await sentAt(id, at, ['sent', 'delivered'], { channel: 'sms' })
      await aCase(ctx, id, at)
    }
    const only = { id: null, name: null }
    expect(await countByCampaign(ctx, groupOf(id), PERIOD)).toEqual([{ ...only, cases: 2, interactions: 6 }])
    expect(await countByCampaign(ctx, groupOf(id), { ...PERIOD, channel: 'sms' })).toEqual([
      { ...only, cases: 2, interactions: 4 },
    ])
    expect(await countByCampaign(ctx, groupOf(id), { channel: 'chat' })).toEqual([
      { ...only, cases: 4, interactions: 0 },
    ])
  })
})

describe('channels', () => {
  it('counts a reply once that is an event and a message, and a chat of one day as one day', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    await sentAt(id, FIRST, ['sent', 'delivered', 'replied'], { channel: 'whatsapp' })
    const conversation = await aConversation(db(), id, { openedAt: FIRST })
    await write(id, conversation.id, 1, FIRST)
    await write(id, conversation.id, 2, new Date(FIRST.getTime() + 60_000))
    await write(id, conversation.id, 3, AFTER, 'out')
    expect(await countByChannel(ctx, groupOf(id), {})).toEqual([
      {
        ...{ channel: 'whatsapp', interactions: 3, written: 2, activeDays: 1, sent: 1, reached: 1 },
        lastActionAt: new Date(FIRST.getTime() + 60_000),
      },
    ])
  })

  it.each([
    [['sent', 'delivered'], 1],
    [['sent', 'delivered', 'opened', 'clicked'], 1],
    [['sent'], 0],
    [['failed'], 0],
    [['sent', 'delivered', 'bounced'], 0],
    [['sent', 'delivered', 'complained'], 0],
  ] as const)('after %j counts %i messages that arrived', async (kinds, reached) => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    await sentAt(id, FIRST, [...kinds])
    expect(await countByChannel(ctx, groupOf(id), {})).toMatchObject([{ channel: 'email', sent: 1, reached }])
  })

  it('leaves out test sends and sends that wait in the outbox', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    await sentAt(id, FIRST, [])
    await sentAt(id, FIRST, ['sent', 'clicked'], { test: true })
    expect(await countByChannel(ctx, groupOf(id), {})).toEqual([])
  })

  it('applies the period and the channel to messages, events and conversations, over all records', async () => {
    const ctx = await aCtx(db())
    const { survivor, absorbed, memberIds } = await aMerged(db())
    const [chat, phone] = [
      await aConversation(db(), absorbed.id, { channel: 'chat', address: null }),
      await aConversation(db(), survivor.id),
    ]
    for (const [index, at] of EDGES.entries()) {
      await sentAt(survivor.id, at, ['sent', 'clicked'])
      await write(absorbed.id, chat.id, index + 1, at)
      await write(survivor.id, phone.id, index + 1, at)
    }
    const group = groupOf(...memberIds)
    const spread = { activeDays: 2, lastActionAt: LAST }
    expect(await countByChannel(ctx, group, PERIOD)).toEqual([
      { channel: 'chat', interactions: 0, written: 2, sent: 0, reached: 0, ...spread },
      { channel: 'whatsapp', interactions: 0, written: 2, sent: 0, reached: 0, ...spread },
      { channel: 'email', interactions: 4, written: 0, sent: 2, reached: 2, ...spread },
    ])
    expect((await countByChannel(ctx, group, { ...PERIOD, channel: 'email' })).map(({ channel }) => channel)).toEqual([
      'email',
    ])
    expect((await countByChannel(ctx, group, { channel: 'chat' })).map(({ written }) => written)).toEqual([4])
  })
})

it('shows no figures of a customer outside the scope, and needs the permission', async () => {
  const [mine, theirs] = [await aStore(db()), await aStore(db())]
  const ctx = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [mine.id] })
  const figuresOf = async (id: string) => [
    await casesIn(ctx, groupOf(id), {}),
    await countByCampaign(ctx, groupOf(id), {}),
    await countByChannel(ctx, groupOf(id), {}),
  ]
  for (const [storeId, visible] of [
    [mine.id, true],
    [theirs.id, false],
  ] as const) {
    const { id } = await aCustomer(db(), { storeId })
    await aCase(ctx, id, FIRST)
    await sentAt(id, FIRST, ['sent', 'delivered'])
    const [states, campaigns, channels] = await figuresOf(id)
    expect(states).toEqual(visible ? { new: 1 } : {})
    expect([campaigns, channels].map((figures) => (figures as object[]).length)).toEqual(visible ? [1, 1] : [0, 0])
  }
  const denied = { ...ctx, viewer: { ...ctx.viewer, can: () => false } }
  for (const read of [countCasesByState, countByCampaign, countByChannel])
    await expect(read(denied, groupOf(newId()), {})).rejects.toThrow('dashboard.read')
})
