import { and, eq } from 'drizzle-orm'
import {
  agendaInteractions,
  agendaReasons,
  auditEvents,
  consents,
  purchases,
  reminders,
  reservations,
  userStores,
} from '@/db/schema'
import type { Role } from '@/lib/access/permissions'
import type { WriteCtx } from '@/lib/kernel/context'
import { aReason } from '@/lib/testing/agenda'
import { aCtx, aCustomer, aMerged, aPoint, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { daysBefore } from '@/lib/values/days'
import { newId } from '@/lib/values/ids'
import { startInteraction } from '@/lib/agenda/commands/interactions'
import { openPhone } from './commands/open-phone'
import { recordResult } from './commands/record'
import { startContact } from './commands/start'
import { readAgenda } from './read-agenda'
import { chosenAgendaScope, listAgendaChoices, getOwnAgendaScope } from './agenda-scope'

const { db, pool } = useTestDatabase()

// A Monday, 12:00 in São Paulo.
const MONDAY = new Date('2026-11-30T15:00:00Z')
const NUMBER = '+5511987657777'

type World = Awaited<ReturnType<typeof aWorld>>

/** A seller of a store, and a customer of the store who accepts calls and WhatsApp. */
async function aWorld(on = db()) {
  const store = await aStore(on)
  const made = await aCtx(on, 'seller', { kind: 'stores', storeIds: [store.id] })
  const ctx: WriteCtx = { ...made, now: MONDAY }
  await on.insert(userStores).values({ userId: ctx.viewer.userId, storeId: store.id })
  const customer = await aReachable({ storeId: store.id }, on)
  return { store, ctx, customer }
}

async function aReachable(over: Parameters<typeof aCustomer>[1], on = db()) {
  const customer = await aCustomer(on, over)
  for (const channel of ['mobile', 'whatsapp'] as const)
    await aPoint(on, customer.id, {
      channel,
      value: NUMBER,
      normalized: NUMBER,
      matchKey: '87657777|11',
      primaryAt: MONDAY,
    })
  await on.insert(consents).values(
    (['agenda', 'whatsapp'] as const).map((preference) => ({
      ...{ customerId: customer.id, id: newId(), preference, purpose: 'marketing' as const },
      ...{ action: 'accepted' as const, origin: 'admin' as const },
    })),
  )
  return customer
}

const reasonFor = ({ store, customer }: Pick<World, 'store' | 'customer'>, over: object = {}) =>
  aReason(db(), {
    ...{ customerId: customer.id, storeId: store.id, opensOn: '2026-11-25', closesOn: '2026-12-05' },
    ...{ createdAt: daysBefore(MONDAY, 5), message: 'Feliz aniversário!', kind: 'birthday' as const },
    ...over,
  })

const own = async (ctx: WriteCtx, cursor?: string) => readAgenda(ctx, await getOwnAgendaScope(ctx), cursor)
const idsIn = ({ reasons }: { reasons: { id: string }[] }) => reasons.map(({ id }) => id)

describe('the reasons of a seller', () => {
  it('are their own and the unassigned ones of their store, that end soonest first', async () => {
    const world = await aWorld()
    const other = await aUser(db())
    const mine = await reasonFor(world, { sellerId: world.ctx.viewer.userId, closesOn: '2026-12-02' })
    const free = await reasonFor(world, { closesOn: '2026-12-01' })
    await reasonFor(world, { sellerId: other.id })
    await reasonFor({ ...world, store: await aStore(db()) })
    expect(idsIn(await own(world.ctx))).toEqual([free.id, mine.id])
  })

  it('are open today: neither past nor future, nor settled', async () => {
    const world = await aWorld()
    const today = await reasonFor(world, { opensOn: '2026-11-30', closesOn: '2026-11-30' })
    await reasonFor(world, { closesOn: '2026-11-29' })
    await reasonFor(world, { opensOn: '2026-12-01' })
    await reasonFor(world, { status: 'done', settledAt: MONDAY })
    expect(idsIn(await own(world.ctx))).toEqual([today.id])
  })

  it('leave out one that has ended before a job stored that: the customer has bought meanwhile', async () => {
    const world = await aWorld()
    const other = { ...world, customer: await aReachable({ storeId: world.store.id }) }
    const [bought, open] = [await reasonFor(world), await reasonFor(other)]
    expect(idsIn(await own(world.ctx)).toSorted()).toEqual([bought.id, open.id].toSorted())
    await db()
      .insert(purchases)
      .values({
        ...{ customerId: world.customer.id, id: newId(), source: 'loja', externalId: newId(), currency: 'BRL' },
        ...{ total: 100, purchasedAt: daysBefore(MONDAY, 1), situation: 'delivered' },
      })
    expect(idsIn(await own(world.ctx))).toEqual([open.id])
  })

  it('leave out customers outside of the scope, and show a merged one under the survivor', async () => {
    const world = await aWorld()
    await reasonFor({ ...world, customer: await aReachable({ storeId: (await aStore(db())).id }) })
    const { survivor, absorbed } = await aMerged(db(), {
      survivor: { storeId: world.store.id, preferredName: 'Clara' },
      absorbed: { storeId: null },
    })
    const reason = await reasonFor({ ...world, customer: absorbed })
    expect((await own(world.ctx)).reasons).toMatchObject([
      { id: reason.id, customerId: survivor.id, customerName: 'Clara' },
    ])
  })

  it('come in pages of 25, and a malformed cursor is the first page', async () => {
    const world = await aWorld()
    const all = []
    for (let n = 0; n < 28; n += 1) all.push((await reasonFor(world, { closesOn: `2026-12-${10 + (n % 3)}` })).id)
    const first = await own(world.ctx)
    const second = await own(world.ctx, first.nextCursor!)
    expect([first.reasons.length, second.reasons.length, second.nextCursor]).toEqual([25, 3, null])
    expect([...idsIn(first), ...idsIn(second)].toSorted()).toEqual(all.toSorted())
    expect(idsIn(await own(world.ctx, "2026-12-10.x'.y"))).toEqual(idsIn(first))
  })

  it('say when the customer last bought and was last contacted, over all records', async () => {
    const world = await aWorld()
    await reasonFor(world)
    const at = daysBefore(MONDAY, 45)
    await db()
      .insert(purchases)
      .values({
        ...{ customerId: world.customer.id, id: newId(), source: 'sap', externalId: '1', purchasedAt: at },
        ...{ currency: 'BRL', total: 100, situation: 'delivered' },
      })
    expect((await own(world.ctx)).reasons[0]!.facts).toMatchObject({ lastPurchaseAt: at, lastContactAt: null })
  })
})

describe('the means of a reason', () => {
  const meansOf = async (ctx: WriteCtx) => (await own(ctx)).reasons[0]!.options

  it('are open until the end of the hours', async () => {
    const world = await aWorld()
    await reasonFor(world)
    const until = new Date('2026-12-01T00:00:00Z')
    expect(await meansOf(world.ctx)).toMatchObject({
      call: { state: 'open', until },
      whatsapp: { state: 'open', until },
    })
  })

  it('are closed on a Sunday, until Monday', async () => {
    const world = await aWorld()
    await reasonFor(world)
    const sunday = { ...world.ctx, now: new Date('2026-11-29T15:00:00Z') }
    expect((await meansOf(sunday)).call).toMatchObject({ state: 'closed', from: new Date('2026-11-30T12:00:00Z') })
  })

  const cancels = (customerId: string, preference: 'agenda' | 'whatsapp') =>
    db()
      .insert(consents)
      .values({
        ...{ customerId, id: newId(), preference, purpose: 'marketing' },
        ...{ action: 'cancelled', origin: 'admin' },
      })

  it('are refused by a cancelled preference of their own', async () => {
    const world = await aWorld()
    await reasonFor(world)
    await cancels(world.customer.id, 'whatsapp')
    expect(await meansOf(world.ctx)).toMatchObject({
      call: { state: 'open' },
      whatsapp: { state: 'refused', answer: { rule: 'cancelled' } },
    })
  })

  it('end with the reason when the customer refuses the agenda', async () => {
    const world = await aWorld()
    await reasonFor(world)
    await cancels(world.customer.id, 'agenda')
    expect((await own(world.ctx)).reasons).toEqual([])
  })
})

describe('a contact', () => {
  const start = (ctx: WriteCtx, customerId: string, reasonId: string, means = 'call') =>
    startContact(ctx, { customerId, reasonId, means })

  async function aStarted(means = 'call') {
    const world = await aWorld()
    const reason = await reasonFor(world)
    const result = await start(world.ctx, world.customer.id, reason.id, means)
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return { ...world, reason, key: result.value }
  }

  const form = (key: object, over: object = {}) => ({ ...key, version: '1', outcome: 'success_positive', ...over })
  const interactionsOf = (customerId: string) =>
    db().select().from(agendaInteractions).where(eq(agendaInteractions.customerId, customerId))

  it('is started once by two presses', async () => {
    const { ctx, customer, reason, key } = await aStarted()
    expect(await start(ctx, customer.id, reason.id)).toEqual({ ok: true, value: key })
    expect(await interactionsOf(customer.id)).toHaveLength(1)
  })

  it('is started once by two presses at the same time', async () => {
    const world = await aWorld(pool())
    const reason = await aReason(pool(), {
      ...{ customerId: world.customer.id, storeId: world.store.id, opensOn: '2026-11-25', closesOn: '2026-12-05' },
    })
    const press = () => start({ ...world.ctx, db: pool() }, world.customer.id, reason.id)
    const results = await Promise.all([press(), press(), press()])
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect(
      await pool().select().from(agendaInteractions).where(eq(agendaInteractions.reasonId, reason.id)),
    ).toHaveLength(1)
  })

  it('opens the phone without writing its number anywhere but in the answer, and records the access', async () => {
    const { ctx, customer, key } = await aStarted()
    expect(await openPhone(ctx, key)).toEqual({ ok: true, value: { href: `tel:${NUMBER}` } })
    const [event] = await db()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.customerId, customer.id), eq(auditEvents.event, 'personal.revealed')))
    expect(event!.details).toBe('{"channel":"mobile"}')
    expect(JSON.stringify(event)).not.toContain('98765')
  })

  it('opens WhatsApp with the text of the reason', async () => {
    const { ctx, key } = await aStarted('whatsapp')
    expect(await openPhone(ctx, key)).toMatchObject({
      value: { href: 'https://wa.me/5511987657777?text=Feliz%20anivers%C3%A1rio%21' },
    })
  })

  it('opens the phone for its own seller only, and not after its end', async () => {
    const { ctx, key, store } = await aStarted()
    const other = { ...(await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })), now: MONDAY }
    expect(await openPhone(other, key)).toMatchObject({ failure: { code: 'sellerAgenda.not_open' } })
    await recordResult(ctx, form(key))
    expect(await openPhone(ctx, key)).toMatchObject({ failure: { code: 'sellerAgenda.not_open' } })
  })

  it('is recorded with its next reminder, and its reason is done', async () => {
    const { ctx, key, customer, reason } = await aStarted()
    const result = await recordResult(ctx, form(key, { scheduledOn: '2026-12-10', defaultReminder: 'Aniversário' }))
    expect(result).toMatchObject({ ok: true })
    expect(await interactionsOf(customer.id)).toMatchObject([{ situation: 'success', feedback: 'positive' }])
    expect(await db().select().from(reminders).where(eq(reminders.customerId, customer.id))).toMatchObject([
      { scheduledOn: '2026-12-10', comment: 'Aniversário', sellerId: ctx.viewer.userId },
    ])
    expect(await db().select().from(agendaReasons).where(eq(agendaReasons.id, reason.id))).toMatchObject([
      { status: 'done' },
    ])
  })

  it('is recorded once when the form is sent twice', async () => {
    const { ctx, key, customer } = await aStarted()
    const sent = form(key, { scheduledOn: '2026-12-10', reminder: 'Ligar' })
    const keyed = { ...ctx, idempotencyKey: 'a form' }
    await recordResult(keyed, sent)
    expect(await recordResult(keyed, sent)).toMatchObject({ ok: true, repeated: true })
    expect(await db().select().from(reminders).where(eq(reminders.customerId, customer.id))).toHaveLength(1)
  })

  it.each([
    [
      'with a reminder in the past',
      { scheduledOn: '2026-11-01', reminder: 'x' },
      { fields: { scheduledOn: 'agenda.past_day' } },
    ],
    ['with a reminder without a text', { scheduledOn: '2026-12-10' }, { fields: { reminder: 'agenda.empty_comment' } }],
    ['without an outcome', { outcome: undefined }, { fields: { outcome: 'required' } }],
    ['on a stale version', { version: '7' }, { kind: 'conflict' }],
  ])('is not recorded %s', async (_name, over, failure) => {
    const { ctx, key, customer } = await aStarted()
    expect(await recordResult(ctx, form(key, over))).toMatchObject({ failure })
    expect(await interactionsOf(customer.id)).toMatchObject([{ situation: 'open' }])
    expect(await db().select().from(reminders).where(eq(reminders.customerId, customer.id))).toEqual([])
  })

  it('blocks the next one by any store until the blackout is over', async () => {
    const { ctx, key, customer, store } = await aStarted()
    await recordResult(ctx, form(key))
    const [elsewhere, second] = [await aStore(db(), { name: 'Loja Savassi' }), { store, customer }]
    await db()
      .update(agendaInteractions)
      .set({ storeId: elsewhere.id })
      .where(eq(agendaInteractions.id, (key as { interactionId: string }).interactionId))
    const reason = await reasonFor(second, { closesOn: '2026-12-20' })
    const [row] = (await own(ctx)).reasons
    expect(row).toMatchObject({ id: reason.id, blackout: { store: 'Loja Savassi', nextOn: '2026-12-07' } })
    expect(await start(ctx, customer.id, reason.id)).toMatchObject({ failure: { code: 'sellerAgenda.blackout' } })
    const later = { ...ctx, now: new Date('2026-12-07T15:00:00Z') }
    expect(await start(later, customer.id, reason.id)).toMatchObject({ ok: true })
  })

  it('that the profile starts in the blackout does not open the phone', async () => {
    const { ctx, key, customer, store } = await aStarted()
    await recordResult(ctx, form(key))
    const reason = await reasonFor({ store, customer }, { closesOn: '2026-12-20' })
    const later = { ...ctx, now: new Date('2026-12-01T15:00:00Z') }
    const started = await startInteraction(later, { customerId: customer.id, reasonId: reason.id, means: 'call' })
    if (!started.ok) throw new Error(JSON.stringify(started.failure))
    expect(await openPhone(later, started.value)).toMatchObject({ failure: { code: 'sellerAgenda.blackout' } })
  })

  it('opens the phone again after another contact that began at the same time was successful', async () => {
    const { ctx, key, customer, reason } = await aStarted()
    const message = await start(ctx, customer.id, reason.id, 'whatsapp')
    if (!message.ok) throw new Error(JSON.stringify(message.failure))
    const later = { ...ctx, now: new Date('2026-11-30T15:05:00Z') }
    await recordResult(later, form(key))
    expect(await openPhone(later, message.value)).toMatchObject({ ok: true })
  })

  it.each<[string, (world: World) => Promise<[WriteCtx, string]>, object]>([
    [
      'without the permission',
      async ({ ctx, customer }) => [await as('viewer', ctx), customer.id],
      { kind: 'forbidden' },
    ],
    [
      'with a customer out of scope',
      async ({ ctx }) => [ctx, (await aReachable({ storeId: (await aStore(db())).id })).id],
      { kind: 'not_found' },
    ],
    [
      'after the hours',
      async ({ ctx, customer }) => [{ ...ctx, now: new Date('2026-12-01T00:00:00Z') }, customer.id],
      { code: 'sellerAgenda.out_of_hours' },
    ],
    [
      'with somebody who has no phone',
      async ({ ctx, store }) => [ctx, (await aCustomer(db(), { storeId: store.id })).id],
      { code: 'sellerAgenda.not_allowed' },
    ],
  ])('is not started %s', async (_name, arrange, failure) => {
    const world = await aWorld()
    const [ctx, customerId] = await arrange(world)
    const reason = await reasonFor({ store: world.store, customer: { ...world.customer, id: customerId } })
    expect(await start(ctx, customerId, reason.id)).toMatchObject({ ok: false, failure })
    expect(await interactionsOf(customerId)).toEqual([])
  })

  const as = async (role: Role, { now }: WriteCtx) => ({ ...(await aCtx(db(), role)), now })
})

describe('beside the reasons', () => {
  it('are due reminders, waiting reservations, and open contacts with the time at which they close', async () => {
    const { ctx, store, customer } = await aWorld()
    const sellerId = ctx.viewer.userId
    const shared = { customerId: customer.id, storeId: store.id, createdBy: sellerId }
    await db()
      .insert(reminders)
      .values([
        { ...shared, id: newId(), sellerId, scheduledOn: '2026-11-29', comment: 'Retornar' },
        { ...shared, id: newId(), sellerId, scheduledOn: '2026-12-01', comment: 'Amanhã' },
      ])
    await db()
      .insert(reservations)
      .values([
        { ...shared, id: newId(), reservedOn: '2026-11-29', pickUpAt: MONDAY, product: 'Bota' },
        {
          ...shared,
          id: newId(),
          sellerId: (await aUser(db())).id,
          reservedOn: '2026-11-29',
          pickUpAt: MONDAY,
          product: 'Luva',
        },
      ])
    await startContact(ctx, { customerId: customer.id, reasonId: '', means: 'call' })
    expect(await own(ctx)).toMatchObject({
      open: [{ means: 'call', closesAt: new Date('2026-11-30T19:00:00Z') }],
      reminders: { rows: [{ comment: 'Retornar', options: { call: { state: 'open' } } }] },
      reservations: { rows: [{ product: 'Bota', quantity: '1.000' }] },
    })
  })
})

describe('a manager', () => {
  it('chooses a seller and a store among their own', async () => {
    const world = await aWorld()
    const manager = { ...(await aCtx(db(), 'manager', { kind: 'stores', storeIds: [world.store.id] })), now: MONDAY }
    const mine = await reasonFor(world, { sellerId: world.ctx.viewer.userId, closesOn: '2026-12-01' })
    const others = await reasonFor(world, { sellerId: (await aUser(db())).id, closesOn: '2026-12-02' })
    const choices = await listAgendaChoices(manager)
    expect(choices).toMatchObject({ stores: [{ id: world.store.id }], sellers: [{ id: world.ctx.viewer.userId }] })
    const read = async (chosen: object) =>
      idsIn(await readAgenda(manager, await chosenAgendaScope(manager, choices, chosen)))
    expect(await read({})).toEqual([mine.id, others.id])
    expect(await read({ seller: world.ctx.viewer.userId })).toEqual([mine.id])
    expect(await read({ store: (await aStore(db())).id })).toEqual([mine.id, others.id])
  })
})
