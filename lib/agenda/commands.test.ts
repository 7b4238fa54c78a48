import { asc, eq } from 'drizzle-orm'
import {
  agendaInteractions,
  agendaReasons,
  auditEvents,
  customers,
  purchases,
  reminders,
  reservations,
} from '@/db/schema'
import { today } from '@/lib/kernel/today'
import { aReason, plantAgendaConsent } from '@/lib/testing/agenda'
import { aCtx, aCustomer, aMerged, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { daysAfter } from '@/lib/values/days'
import { newId } from '@/lib/values/ids'
import { changeInteraction, closeInteraction, recordInteraction, startInteraction } from './commands/interactions'
import { cancelReason } from './commands/reasons'
import { cancelReminder, changeReminder, completeReminder, createReminder } from './commands/reminders'
import { cancelReservation, confirmReservation, createReservation } from './commands/reservations'

const { db, pool } = useTestDatabase()

/** A customer of a store, with a pending reason. */
async function aWorked() {
  const ctx = await aCtx(db(), 'seller')
  const store = await aStore(db())
  const customer = await aCustomer(db(), { storeId: store.id })
  const reason = await aReason(db(), { customerId: customer.id, storeId: store.id })
  return { ctx, store, customer, reason, ids: { customerId: customer.id, reasonId: reason.id } }
}

const reasonOf = async (id: string) => (await db().select().from(agendaReasons).where(eq(agendaReasons.id, id)))[0]!
const interactionsOf = (customerId: string) =>
  db().select().from(agendaInteractions).where(eq(agendaInteractions.customerId, customerId))
const eventsOf = async (customerId: string) =>
  (
    await db()
      .select({ event: auditEvents.event })
      .from(auditEvents)
      .where(eq(auditEvents.customerId, customerId))
      .orderBy(asc(auditEvents.seq))
  ).map(({ event }) => event)

/** Starts an interaction for the reason and returns its form fields. */
async function started(worked: Awaited<ReturnType<typeof aWorked>>, means = 'call') {
  const result = await startInteraction(worked.ctx, { ...worked.ids, means })
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return { ...result.value, version: '1' }
}

describe('an interaction', () => {
  it('that ends with success completes its reason and is the last interaction of the customer', async () => {
    const worked = await aWorked()
    const form = { ...(await started(worked)), situation: 'success', feedback: 'positive', comment: 'Vem no sábado' }
    expect(await closeInteraction(worked.ctx, form)).toMatchObject({ ok: true })
    expect(await interactionsOf(worked.customer.id)).toMatchObject([
      { situation: 'success', feedback: 'positive', comment: 'Vem no sábado', storeId: worked.store.id, version: 2 },
    ])
    expect(await reasonOf(worked.reason.id)).toMatchObject({
      status: 'done',
      settledAt: worked.ctx.now,
      settledBy: worked.ctx.viewer.userId,
    })
    const [customer] = await db().select().from(customers).where(eq(customers.id, worked.customer.id))
    expect(customer).toMatchObject({ lastInteractionAt: worked.ctx.now, lastInteractionChannel: 'phone' })
    expect(await eventsOf(worked.customer.id)).toEqual([
      'agenda_interaction.started',
      'agenda_interaction.closed',
      'agenda_reason.done',
    ])
  })

  it.each(['no_answer', 'invalid_number'])('that ends with %s leaves its reason pending', async (situation) => {
    const worked = await aWorked()
    expect(await closeInteraction(worked.ctx, { ...(await started(worked)), situation })).toMatchObject({ ok: true })
    expect(await reasonOf(worked.reason.id)).toMatchObject({ status: 'pending', settledAt: null })
  })

  it('that is started twice by one person is the same one', async () => {
    const worked = await aWorked()
    expect(await started(worked)).toEqual(await started(worked))
    const other = await startInteraction(worked.ctx, { ...worked.ids, means: 'whatsapp' })
    expect(other).toMatchObject({ ok: true })
    expect(await interactionsOf(worked.customer.id)).toHaveLength(2)
    expect(await eventsOf(worked.customer.id)).toHaveLength(2)
  })

  it('that is closed twice with one outcome is closed once, and refuses another outcome', async () => {
    const worked = await aWorked()
    const form = { ...(await started(worked)), situation: 'success' }
    await closeInteraction(worked.ctx, form)
    expect(await closeInteraction(worked.ctx, form)).toMatchObject({ ok: true })
    expect(await closeInteraction(worked.ctx, { ...form, situation: 'no_answer' })).toMatchObject({
      failure: { code: 'agenda.interaction_closed' },
    })
    expect(await changeInteraction(worked.ctx, { ...form, situation: undefined, comment: 'x' })).toMatchObject({
      ok: false,
    })
    expect(await eventsOf(worked.customer.id)).toHaveLength(3)
  })

  it('refuses a change of a version that somebody else has changed', async () => {
    const worked = await aWorked()
    const form = await started(worked)
    const later = { ...worked.ctx, now: daysAfter(worked.ctx.now, 0.1) }
    expect(await changeInteraction(later, { ...form, comment: 'Ligar à tarde' })).toMatchObject({ ok: true })
    expect(await closeInteraction(worked.ctx, { ...form, situation: 'success' })).toMatchObject({
      failure: { kind: 'conflict', current: { comment: 'Ligar à tarde' } },
    })
    expect(await interactionsOf(worked.customer.id)).toMatchObject([{ situation: 'open', lastActivityAt: later.now }])
    expect(await reasonOf(worked.reason.id)).toMatchObject({ status: 'pending' })
  })

  it('that is over already is recorded once for one form', async () => {
    const worked = await aWorked()
    const ctx = { ...worked.ctx, idempotencyKey: 'one form' }
    const form = { ...worked.ids, means: 'call', situation: 'success', feedback: 'neutral', comment: '' }
    const [first, second] = [await recordInteraction(ctx, form), await recordInteraction(ctx, form)]
    expect(first).toMatchObject({ ok: true })
    expect(second).toMatchObject({ ok: true, repeated: true })
    expect(await interactionsOf(worked.customer.id)).toHaveLength(1)
    expect(await reasonOf(worked.reason.id)).toMatchObject({ status: 'done' })
  })

  it('needs no reason, and belongs to the store of the customer', async () => {
    const { ctx, customer, store } = await aWorked()
    expect(await startInteraction(ctx, { customerId: customer.id, means: 'whatsapp', reasonId: '' })).toMatchObject({
      ok: true,
    })
    expect(await interactionsOf(customer.id)).toMatchObject([{ reasonId: null, storeId: store.id }])
  })

  it('is refused for a customer without a store', async () => {
    const ctx = await aCtx(db(), 'seller')
    const customer = await aCustomer(db())
    expect(await startInteraction(ctx, { customerId: customer.id, means: 'call' })).toMatchObject({
      failure: { code: 'agenda.no_store' },
    })
    expect(await eventsOf(customer.id)).toEqual([])
  })

  it('of a merged record is found on its survivor and stays with its record', async () => {
    const ctx = await aCtx(db(), 'seller')
    const store = await aStore(db())
    const { survivor, absorbed } = await aMerged(db())
    const reason = await aReason(db(), { customerId: absorbed.id, storeId: store.id })
    const form = { customerId: survivor.id, reasonId: reason.id, means: 'call' }
    const result = await startInteraction(ctx, form)
    expect(result).toMatchObject({ ok: true, value: { customerId: survivor.id } })
    expect(await interactionsOf(absorbed.id)).toMatchObject([{ reasonId: reason.id }])
  })
})

describe('a reason that has ended', () => {
  const ends = {
    'because its period has passed': (worked: Awaited<ReturnType<typeof aWorked>>) =>
      db().update(agendaReasons).set({ closesOn: '2020-01-02' }).where(eq(agendaReasons.id, worked.reason.id)),
    'because the customer refuses the agenda': ({ customer }: Awaited<ReturnType<typeof aWorked>>) =>
      plantAgendaConsent(db(), customer.id, 'cancelled'),
    'because the customer bought meanwhile': ({ customer }: Awaited<ReturnType<typeof aWorked>>) =>
      aPurchase(customer.id),
  }
  it.each(Object.entries(ends))('%s accepts no contact and no cancellation', async (_title, end) => {
    const worked = await aWorked()
    await end(worked)
    expect(await startInteraction(worked.ctx, { ...worked.ids, means: 'call' })).toMatchObject({
      failure: { code: 'agenda.reason_settled' },
    })
    expect(await cancelReason(worked.ctx, { ...worked.ids, version: '1', cause: 'Mudou' })).toMatchObject({
      failure: { code: 'agenda.reason_settled' },
    })
    expect(await eventsOf(worked.customer.id)).toEqual([])
  })
})

const aPurchase = (customerId: string) =>
  db()
    .insert(purchases)
    .values({
      ...{ customerId, id: newId(), source: 'loja', externalId: newId(), currency: 'BRL', total: 100 },
      ...{ purchasedAt: new Date('2024-05-05T12:00:00Z'), situation: 'delivered' as const },
    })

describe('cancelling a reason', () => {
  it('keeps the cause, and does so once', async () => {
    const worked = await aWorked()
    const form = { ...worked.ids, version: '1', cause: 'Cliente viajou' }
    expect(await cancelReason(worked.ctx, form)).toMatchObject({ ok: true })
    expect(await cancelReason(worked.ctx, form)).toMatchObject({ ok: true })
    expect(await reasonOf(worked.reason.id)).toMatchObject({ status: 'cancelled', cancelCause: 'Cliente viajou' })
    expect(await eventsOf(worked.customer.id)).toEqual(['agenda_reason.cancelled'])
  })

  it.each([
    [{ cause: ' ' }, { fields: { cause: 'agenda.no_cause' } }],
    [{ version: '7' }, { kind: 'conflict' }],
    [{ reasonId: '01890000-0000-7000-8000-000000000000' }, { kind: 'not_found' }],
  ])('refuses %j and changes nothing', async (over, failure) => {
    const worked = await aWorked()
    const form = { ...worked.ids, version: '1', cause: 'Cliente viajou', ...over }
    expect(await cancelReason(worked.ctx, form)).toMatchObject({ ok: false, failure })
    expect(await reasonOf(worked.reason.id)).toMatchObject({ status: 'pending' })
  })
})

describe('a reminder', () => {
  const day = (days: number) => today(daysAfter(new Date(), days))
  const rowOf = async (id: string) => (await db().select().from(reminders).where(eq(reminders.id, id)))[0]!

  async function aReminder() {
    const worked = await aWorked()
    const form = { customerId: worked.customer.id, scheduledOn: day(3), comment: 'Perguntar do vestido' }
    const created = await createReminder(worked.ctx, form)
    if (!created.ok) throw new Error(JSON.stringify(created.failure))
    return { ...worked, ids: { ...created.value, version: '1' } }
  }

  it('is created for the viewer, changed, and marked as done once', async () => {
    const { ctx, customer, store, ids } = await aReminder()
    expect(await changeReminder(ctx, { ...ids, scheduledOn: day(5), comment: 'Perguntar' })).toMatchObject({ ok: true })
    for (let time = 0; time < 2; time++)
      expect(await completeReminder(ctx, { ...ids, version: '2' })).toMatchObject({ ok: true })
    expect(await rowOf(ids.reminderId)).toMatchObject({
      ...{ scheduledOn: day(5), comment: 'Perguntar', sellerId: ctx.viewer.userId, storeId: store.id, status: 'done' },
    })
    expect(await eventsOf(customer.id)).toEqual(['reminder.created', 'reminder.changed', 'reminder.done'])
  })

  it('that has ended refuses another end', async () => {
    const { ctx, ids } = await aReminder()
    await cancelReminder(ctx, ids)
    expect(await completeReminder(ctx, ids)).toMatchObject({ failure: { code: 'agenda.reminder_settled' } })
    expect(await changeReminder(ctx, { ...ids, scheduledOn: day(9), comment: 'x' })).toMatchObject({
      failure: { code: 'agenda.reminder_settled' },
    })
    expect(await rowOf(ids.reminderId)).toMatchObject({ status: 'cancelled' })
  })

  it.each([
    [{ scheduledOn: '2020-01-01' }, { scheduledOn: 'agenda.past_day' }],
    [{ scheduledOn: '2026-02-30' }, { scheduledOn: 'invalid_date' }],
    [{ comment: ' ' }, { comment: 'agenda.empty_comment' }],
    [{ storeId: '01890000-0000-7000-8000-000000000000' }, { storeId: 'agenda.store_unavailable' }],
  ])('refuses %j and changes nothing', async (over, fields) => {
    const { ctx, customer } = await aWorked()
    const form = { customerId: customer.id, scheduledOn: day(3), comment: 'Perguntar', ...over }
    expect(await createReminder(ctx, form)).toMatchObject({ ok: false, failure: { fields } })
    expect(await eventsOf(customer.id)).toEqual([])
  })
})

describe('a reservation', () => {
  const FORM = { pickUpOn: '2999-03-01', pickUpTime: '14:30', product: 'Sandália 37', quantity: '2' }
  const rowOf = async (id: string) => (await db().select().from(reservations).where(eq(reservations.id, id)))[0]!

  async function aReservation() {
    const worked = await aWorked()
    const created = await createReservation(worked.ctx, { customerId: worked.customer.id, ...FORM })
    if (!created.ok) throw new Error(JSON.stringify(created.failure))
    return { ...worked, ids: { ...created.value, version: '1' } }
  }

  it('waits for the customer, at an hour of the company, until it is confirmed with feedback', async () => {
    const { ctx, customer, store, ids } = await aReservation()
    expect(await rowOf(ids.reservationId)).toMatchObject({
      ...{ status: 'waiting', pickUpAt: new Date('2999-03-01T17:30:00Z'), storeId: store.id, quantity: '2.000' },
    })
    for (let time = 0; time < 2; time++)
      expect(await confirmReservation(ctx, { ...ids, feedback: 'Vem às 15 h' })).toMatchObject({ ok: true })
    expect(await rowOf(ids.reservationId)).toMatchObject({ status: 'confirmed', feedback: 'Vem às 15 h' })
    expect(await cancelReservation(ctx, { ...ids, version: '2' })).toMatchObject({
      failure: { code: 'agenda.reservation_settled' },
    })
    expect(await eventsOf(customer.id)).toEqual(['reservation.created', 'reservation.confirmed'])
  })

  it.each([
    [{ product: '' }, { product: 'agenda.no_product' }],
    [{ pickUpOn: '2020-01-01' }, { pickUpOn: 'agenda.past_day' }],
    [{ pickUpTime: '25:00' }, { pickUpTime: 'agenda.invalid_time' }],
    [{ quantity: '0' }, { quantity: 'invalid' }],
  ])('refuses %j and changes nothing', async (over, fields) => {
    const { ctx, customer } = await aWorked()
    expect(await createReservation(ctx, { customerId: customer.id, ...FORM, ...over })).toMatchObject({
      failure: { fields },
    })
    expect(await eventsOf(customer.id)).toEqual([])
  })
})

it('refuses everything without the permission and outside the scope', async () => {
  const { customer, ids } = await aWorked()
  const other = await aStore(db())
  const outside = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [other.id] })
  const viewer = await aCtx(db(), 'viewer')
  const attempts = (ctx: typeof viewer) => [
    startInteraction(ctx, { ...ids, means: 'call' }),
    recordInteraction(ctx, { ...ids, means: 'call', situation: 'success' }),
    cancelReason(ctx, { ...ids, version: '1', cause: 'x' }),
    createReminder(ctx, { customerId: customer.id, scheduledOn: '2999-01-01', comment: 'x' }),
    createReservation(ctx, { customerId: customer.id, pickUpOn: '2999-01-01', pickUpTime: '10:00', product: 'x' }),
  ]
  for (const result of attempts(viewer)) expect(await result).toMatchObject({ failure: { kind: 'forbidden' } })
  for (const result of attempts(outside)) expect(await result).toMatchObject({ failure: { kind: 'not_found' } })
  expect(await interactionsOf(customer.id)).toEqual([])
})

it('lets one of two sellers close an interaction, so that its reason is done once', async () => {
  const shared = pool()
  const [one, two] = [await aCtx(shared, 'seller'), await aCtx(shared, 'seller')]
  const store = await aStore(shared)
  const customer = await aCustomer(shared, { storeId: store.id })
  const reason = await aReason(shared, { customerId: customer.id, storeId: store.id })
  const ids = { customerId: customer.id, reasonId: reason.id }
  const result = await startInteraction(one, { ...ids, means: 'call' })
  const form = { ...(result.ok && result.value), version: '1' }
  const results = await Promise.all([
    closeInteraction(one, { ...form, situation: 'success' }),
    closeInteraction(two, { ...form, situation: 'no_answer' }),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'agenda.interaction_closed' } })
})
