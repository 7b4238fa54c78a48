import { eq, sql } from 'drizzle-orm'
import { auditEvents, consents, messages, outbox, sends, suppressions } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { WriteCtx } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { aJourney, aReachable, sending } from '@/lib/testing/sending'
import { addressHash } from './address'
import type { SendPlan } from './send-plan'

const { db } = useTestDatabase()

async function aCase(purpose: 'service' | 'marketing' = 'service', role: Parameters<typeof aCtx>[1] = 'agent') {
  const ctx = await aCtx(db(), role)
  const customer = await aCustomer(ctx.db)
  const { journey, message, point } = await aReachable(ctx.db, customer.id, purpose)
  const plan: SendPlan = {
    channel: 'email',
    journeyId: journey.id,
    message: { journeyMessageId: message.id },
    to: { pointId: point.id },
  }
  const send = (over: Partial<SendPlan> = {}) => sending({ ...plan, ...over })(ctx, { customerId: customer.id })
  return { ctx, id: customer.id, journey, point, plan, send }
}

async function left(ctx: WriteCtx, customerId: string) {
  const counts: Record<string, number> = {}
  for (const [name, table] of Object.entries({ messages, sends, outbox, auditEvents })) {
    const [row] = await ctx.db
      .select({ n: sql<number>`count(*)::int` })
      .from(table)
      .where(eq(table.customerId, customerId))
    counts[name] = row!.n
  }
  return counts
}

const NOTHING = { messages: 0, sends: 0, outbox: 0, auditEvents: 0 }

const consent = (
  ctx: WriteCtx,
  customerId: string,
  purpose: 'service' | 'marketing',
  action: 'accepted' | 'cancelled',
) => ctx.db.insert(consents).values({ customerId, id: newId(), preference: 'email', purpose, action, origin: 'admin' })

const suppress = (
  ctx: WriteCtx,
  reason: 'bounced' | 'complained' | 'unsubscribed',
  purpose: 'all' | 'marketing' = 'all',
) =>
  ctx.db
    .insert(suppressions)
    .values({ channel: 'email', addressHash: addressHash('maria@example.com'), reason, purpose, at: new Date() })

it('stores the message without secrets, the send, its delivery and the event', async () => {
  const { ctx, id, send } = await aCase()
  const result = await send({
    message: { name: 'Aviso', subject: 'Para {{name}}', body: 'Veja:\n\n{{link}}', journeyMessageId: null, step: null },
    link: async () => 'http://localhost:3000/d/secret',
  })
  expect(result).toMatchObject({ ok: true })
  expect(await left(ctx, id)).toEqual({ messages: 1, sends: 1, outbox: 1, auditEvents: 1 })
  const [message] = await ctx.db.select().from(messages).where(eq(messages.customerId, id))
  expect(message).toMatchObject({ subject: 'Para Maria Clara Antunes', body: 'Veja:\n\n{{link}}' })
  const [delivery] = await ctx.db.select().from(outbox).where(eq(outbox.customerId, id))
  expect(delivery).toMatchObject({
    state: 'waiting',
    payload: { to: 'maria@example.com', text: expect.stringContaining('/d/secret') },
  })
  expect(delivery!.payload!.unsubscribeUrl).toMatch(/^http:\/\/localhost:3000\/u\/[\w-]{43}$/)
})

describe('refusals leave nothing behind', () => {
  type Case = Awaited<ReturnType<typeof aCase>>
  it.each<[string, (c: Case) => Promise<Partial<SendPlan>>, object, 'service' | 'marketing']>([
    ['without a journey', async () => ({ journeyId: null }), { code: 'sending.no_journey' }, 'service'],
    [
      'a message of another journey',
      async ({ ctx }) => ({ message: { journeyMessageId: (await aJourney(ctx.db)).message.id } }),
      { code: 'sending.no_message' },
      'service',
    ],
    [
      'a retired journey',
      async ({ ctx }) => ({ ...(await retired(ctx)) }),
      { code: 'sending.journey_retired' },
      'service',
    ],
    [
      'a message of another channel',
      async ({ ctx }) => ({ ...(await inSms(ctx)) }),
      { code: 'sending.other_channel' },
      'service',
    ],
    [
      "another customer's point",
      async ({ ctx }) => ({ to: { pointId: (await aPoint(ctx.db, (await aCustomer(ctx.db)).id)).id } }),
      { code: 'sending.no_point' },
      'service',
    ],
    [
      'an address that is not valid',
      async () => ({ to: { address: 'maria@' } }),
      { fields: { address: 'sending.bad_address' } },
      'service',
    ],
    [
      'a bounced address',
      async ({ ctx }) => (await suppress(ctx, 'bounced'), {}),
      { code: 'sending.bounced' },
      'service',
    ],
    [
      'a bounced address, typed in capitals',
      async ({ ctx }) => (await suppress(ctx, 'bounced'), { to: { address: ' MARIA@example.com ' } }),
      { code: 'sending.bounced' },
      'service',
    ],
    [
      'a cancelled purpose',
      async ({ ctx, id }) => (await consent(ctx, id, 'service', 'cancelled'), {}),
      { code: 'sending.cancelled' },
      'service',
    ],
    ['a promotion without a record', async () => ({}), { code: 'sending.no_record' }, 'marketing'],
    [
      'a typed address that is a blocked point',
      async ({ ctx, id }) => (await blocked(ctx, id), { to: { address: 'Calada@example.com' } }),
      { code: 'sending.point_blocked' },
      'service',
    ],
    [
      'a typed address that was removed while blocked',
      async ({ ctx, id }) => (await blocked(ctx, id, new Date()), { to: { address: 'calada@example.com' } }),
      { code: 'sending.point_blocked' },
      'service',
    ],
  ])('%s', async (_, arrange, failure, purpose) => {
    const c = await aCase(purpose)
    const over = await arrange(c)
    expect(await c.send(over)).toMatchObject({ ok: false, failure })
    expect(await left(c.ctx, c.id)).toEqual(NOTHING)
  })
})

const blocked = (ctx: WriteCtx, id: string, retiredAt: Date | null = null) =>
  aPoint(ctx.db, id, {
    value: 'calada@example.com',
    normalized: 'calada@example.com',
    blockedAt: new Date(),
    retiredAt,
  })

async function retired(ctx: WriteCtx): Promise<Partial<SendPlan>> {
  const { journey, message } = await aJourney(ctx.db, { retiredAt: new Date() })
  return { journeyId: journey.id, message: { journeyMessageId: message.id } }
}

async function inSms(ctx: WriteCtx): Promise<Partial<SendPlan>> {
  const { journey, message } = await aJourney(ctx.db, {}, { channel: 'sms' })
  return { journeyId: journey.id, message: { journeyMessageId: message.id } }
}

describe('an address that no point has', () => {
  const elsewhere = (typed: { isConfirmed: boolean; reason: string | null }) => ({
    to: { address: 'José.Ações@exemplo.com.br', typed },
  })

  it.each([
    [
      'the confirmation',
      { isConfirmed: false, reason: 'Está viajando' },
      { addressConfirmed: 'sending.not_confirmed' },
    ],
    ['the reason', { isConfirmed: true, reason: null }, { addressReason: 'required' }],
  ])('is refused without %s', async (_, typed, fields) => {
    const { ctx, id, send } = await aCase()
    expect(await send(elsewhere(typed))).toEqual({ ok: false, failure: { kind: 'invalid', fields } })
    expect(await left(ctx, id)).toEqual(NOTHING)
  })

  it('is sent to with both, in any script that the import accepts, and the reason is recorded', async () => {
    const { ctx, id, send } = await aCase()
    expect(await send(elsewhere({ isConfirmed: true, reason: 'Está viajando' }))).toMatchObject({ ok: true })
    const [row] = await ctx.db.select().from(sends).where(eq(sends.customerId, id))
    expect(row).toMatchObject({ address: 'josé.ações@exemplo.com.br', addressReason: 'Está viajando', pointId: null })
  })

  it('needs neither when a point has it, and records no reason', async () => {
    const { ctx, id, point, send } = await aCase()
    const to = { address: 'MARIA@example.com', typed: { isConfirmed: false, reason: 'Por via das dúvidas' } }
    expect(await send({ to })).toMatchObject({ ok: true })
    const [row] = await ctx.db.select().from(sends).where(eq(sends.customerId, id))
    expect(row).toMatchObject({ pointId: point.id, addressReason: null })
  })
})

describe('overriding a cancellation', () => {
  it('accepts a reason with the permission, and records it', async () => {
    const { ctx, id, send } = await aCase('service', 'manager')
    await consent(ctx, id, 'service', 'cancelled')
    expect(await send({ overrideReason: 'Aviso de recall' })).toMatchObject({ ok: true })
    const [row] = await ctx.db.select().from(sends).where(eq(sends.customerId, id))
    expect(row).toMatchObject({ overrideReason: 'Aviso de recall' })
    expect(await left(ctx, id)).toMatchObject({ auditEvents: 1 })
  })

  it('does not store a reason if none was needed', async () => {
    const { ctx, id, send } = await aCase('service', 'manager')
    await send({ overrideReason: 'Por via das dúvidas' })
    const [row] = await ctx.db.select().from(sends).where(eq(sends.customerId, id))
    expect(row).toMatchObject({ overrideReason: null })
  })

  it.each<
    [
      string,
      'service' | 'marketing',
      Parameters<typeof aCtx>[1],
      (ctx: WriteCtx, id: string) => Promise<unknown>,
      string,
    ]
  >([
    [
      'a viewer without the permission',
      'service',
      'agent',
      (ctx, id) => consent(ctx, id, 'service', 'cancelled'),
      'override_denied',
    ],
    ['a promotion', 'marketing', 'admin', (ctx, id) => consent(ctx, id, 'marketing', 'cancelled'), 'cancelled'],
    ['a bounced address', 'service', 'admin', (ctx) => suppress(ctx, 'bounced'), 'bounced'],
    ['an address that complained', 'service', 'admin', (ctx) => suppress(ctx, 'complained'), 'complained'],
  ])('refuses %s in spite of a reason', async (_, purpose, role, arrange, rule) => {
    const { ctx, id, send } = await aCase(purpose, role)
    await arrange(ctx, id)
    expect(await send({ overrideReason: 'É importante' })).toMatchObject({
      ok: false,
      failure: { code: `sending.${rule}` },
    })
    expect(await left(ctx, id)).toEqual(NOTHING)
  })
})
