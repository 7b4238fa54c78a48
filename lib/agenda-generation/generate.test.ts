import { eq, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import {
  agendaInteractions,
  agendaReasons,
  agendaRules,
  agendaSettings,
  auditEvents,
  contactPoints,
  credits,
  creditUses,
  type customers,
  purchases,
  suppressions,
} from '@/db/schema'
import { settleReasons } from '@/lib/agenda/jobs/settle'
import { addressHash } from '@/lib/sending/address'
import { anAgendaRule, plantAgendaConsent } from '@/lib/testing/agenda'
import { aCustomer, aPoint, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { generateReasons } from './generate'

const { db, pool } = useTestDatabase()

/** 12 h in São Paulo on 29 November 2026. */
const NOW = new Date('2026-11-29T15:00:00Z')
const at = (day: string) => new Date(`${day}T15:00:00Z`)

const phone = (on: Primary, customerId: string, over: Partial<typeof contactPoints.$inferInsert> = {}) =>
  aPoint(on, customerId, {
    ...{ channel: 'mobile', value: '(11) 98765-4321', normalized: '+5511987654321', matchKey: '87654321|11', ...over },
  })

/** A customer of a store who accepted promotions through the agenda and has a mobile. */
async function aReachable(over: Partial<typeof customers.$inferInsert> = {}, on = db()) {
  const store = await aStore(on, { name: 'Loja Savassi' })
  const customer = await aCustomer(on, { name: 'Ana Lúcia Prado', storeId: store.id, ...over })
  const point = await phone(on, customer.id)
  await plantAgendaConsent(on, customer.id, 'accepted', at('2026-01-01'))
  return { store, customer, point }
}

const buys = (customerId: string, day: string, over: Partial<typeof purchases.$inferInsert> = {}) =>
  db()
    .insert(purchases)
    .values({
      ...{ customerId, id: newId(), source: 'loja', externalId: newId(), currency: 'BRL', total: 100 },
      ...{ purchasedAt: at(day), situation: 'delivered', ...over },
    })

const reasonsOf = (customerId: string) =>
  db().select().from(agendaReasons).where(eq(agendaReasons.customerId, customerId))

/** How many reasons the customer has after a run on this day. */
async function givenOn(customerId: string, day: string): Promise<number> {
  await generateReasons(db(), at(day))
  return (await reasonsOf(customerId)).length
}

describe('a birthday', () => {
  it.each([
    ['2000-12-02', '2026-11-28', 0],
    ['2000-12-02', '2026-11-29', 1],
    ['2000-12-02', '2026-12-03', 1],
    ['2000-12-02', '2026-12-04', 0],
    // 29 February is celebrated on the 28th in a common year.
    ['2004-02-29', '2027-02-24', 0],
    ['2004-02-29', '2027-02-25', 1],
    ['2004-02-29', '2028-02-25', 0],
    ['2004-02-29', '2028-02-26', 1],
    // The period of a birthday on 2 January begins in the year before.
    ['1990-01-02', '2026-12-30', 1],
    // The period of a birthday in December ends in the year after.
    ['1990-12-31', '2027-01-01', 1],
  ])('on %s, announced 3 days before for 5 days, gives on %s %d reasons', async (birthOn, day, expected) => {
    await anAgendaRule(db(), { kind: 'birthday', days: 3, openDays: 5 })
    const { customer } = await aReachable({ birthOn })
    expect(await givenOn(customer.id, day)).toBe(expected)
  })

  it('gives one reason a year, with the message of the rule', async () => {
    const message = 'Olá, {{name}}! {{seller}}, da {{store}}, deseja feliz aniversário. {{ company }}'
    const rule = await anAgendaRule(db(), { kind: 'birthday', days: 0, openDays: 5, name: 'Aniversário', message })
    const seller = await aUser(db(), { role: 'seller', name: 'Rafael {{credit}}' })
    const { customer, store } = await aReachable({ birthOn: '2000-11-28', assignedUserId: seller.id })
    for (const day of ['2026-11-28', '2026-11-29', '2027-11-28']) await generateReasons(db(), at(day))
    const reasons = await reasonsOf(customer.id)
    expect(reasons).toHaveLength(2)
    expect(reasons[0]).toMatchObject({
      ...{ ruleId: rule.id, kind: 'birthday', reason: 'Aniversário', period: '2026', status: 'pending' },
      ...{ storeId: store.id, sellerId: seller.id, opensOn: '2026-11-28', closesOn: '2026-12-02' },
      message: 'Olá, Ana! Rafael {credit}, da Loja Savassi, deseja feliz aniversário. Retrato',
    })
  })
})

describe('a purchase', () => {
  it.each([
    ['after_purchase', 30, '2026-10-31', 0],
    ['after_purchase', 30, '2026-10-30', 1],
    ['after_purchase', 30, '2026-10-26', 1],
    ['after_purchase', 30, '2026-10-25', 0],
    ['no_purchase', 60, '2026-10-01', 0],
    ['no_purchase', 60, '2026-09-30', 1],
    // Twice and three times as long ago.
    ['no_purchase', 60, '2026-08-01', 1],
    ['no_purchase', 60, '2026-08-10', 0],
    ['no_purchase', 60, '2026-06-02', 1],
  ] as const)('%s with %d days, bought on %s, gives %d reasons', async (kind, days, boughtOn, expected) => {
    await anAgendaRule(db(), { kind, days, openDays: 5 })
    const { customer } = await aReachable()
    await buys(customer.id, '2020-01-01')
    await buys(customer.id, boughtOn)
    await buys(customer.id, '2026-11-28', { situation: 'cancelled' })
    expect(await givenOn(customer.id, '2026-11-29')).toBe(expected)
  })

  it('names the seller and the store when nobody is assigned and the customer has no store', async () => {
    await anAgendaRule(db(), { kind: 'after_purchase', days: 30 })
    const [seller, store] = [await aUser(db(), { role: 'seller' }), await aStore(db())]
    const { customer } = await aReachable({ storeId: null })
    await buys(customer.id, '2026-10-30', { sellerId: seller.id, storeId: store.id })
    expect(await givenOn(customer.id, '2026-11-29')).toBe(1)
    expect(await reasonsOf(customer.id)).toMatchObject([{ sellerId: seller.id, storeId: store.id }])
  })
})

describe('the seller', () => {
  it.each([
    ['a deactivated assigned user', { deactivatedAt: NOW, role: 'seller' as const }],
    ['an assigned user who cannot work on the agenda', { role: 'viewer' as const }],
  ])('is the one of the last purchase instead of %s', async (_title, over) => {
    await anAgendaRule(db(), { kind: 'after_purchase', days: 30 })
    const [assigned, seller] = [await aUser(db(), over), await aUser(db(), { role: 'seller' })]
    const { customer } = await aReachable({ assignedUserId: assigned.id })
    await buys(customer.id, '2026-10-30', { sellerId: seller.id })
    await generateReasons(db(), NOW)
    expect(await reasonsOf(customer.id)).toMatchObject([{ sellerId: seller.id }])
  })

  it('is nobody when both are deactivated: the reason belongs to the store', async () => {
    await anAgendaRule(db(), { kind: 'after_purchase', days: 30 })
    const gone = await aUser(db(), { role: 'seller', deactivatedAt: NOW })
    const { customer, store } = await aReachable({ assignedUserId: gone.id })
    await buys(customer.id, '2026-10-30', { sellerId: gone.id })
    await generateReasons(db(), NOW)
    expect(await reasonsOf(customer.id)).toMatchObject([{ sellerId: null, storeId: store.id }])
  })
})

describe('a credit', () => {
  async function aCredit(used: number, expiresOn = '2026-12-05') {
    const reachable = await aReachable()
    const customerId = reachable.customer.id
    const creditId = newId()
    const credit = { customerId, id: creditId, source: 'giftback', externalId: newId(), currency: 'BRL', amount: 5_000 }
    await db()
      .insert(credits)
      .values({ ...credit, generatedAt: NOW, expiresOn })
    if (used) await db().insert(creditUses).values({ customerId, creditId, id: newId(), amount: used, usedAt: NOW })
    return customerId
  }

  it('that expires gives one reason with its balance, until its last day', async () => {
    await anAgendaRule(db(), { kind: 'credit_expiring', days: 7, openDays: 30, message: 'Você tem {{credit}}' })
    const customerId = await aCredit(1_250)
    expect(await givenOn(customerId, '2026-11-27')).toBe(0)
    expect(await givenOn(customerId, '2026-11-28')).toBe(1)
    const [reason] = await reasonsOf(customerId)
    expect(reason).toMatchObject({ period: '2026-12-05', closesOn: '2026-12-05' })
    expect(reason!.message).toBe('Você tem R$\u00a037,50'.replace('\u00a0', ' '))
    expect(await givenOn(customerId, '2026-12-01')).toBe(1)
  })

  it('of another currency is not added to it, and a use in a cancelled purchase does not count', async () => {
    await anAgendaRule(db(), { kind: 'credit_expiring', days: 7, openDays: 30, message: 'Você tem {{credit}}' })
    const customerId = await aCredit(0)
    const [creditId, purchaseId] = [newId(), newId()]
    await buys(customerId, '2026-11-01', { id: purchaseId, situation: 'cancelled' })
    await db()
      .insert(credits)
      .values({
        ...{ customerId, id: creditId, source: 'giftback', externalId: newId(), currency: 'USD', amount: 700 },
        ...{ generatedAt: NOW, expiresOn: '2026-12-05' },
      })
    await db().insert(creditUses).values({ customerId, creditId, id: newId(), amount: 700, usedAt: NOW, purchaseId })
    expect(await givenOn(customerId, '2026-11-29')).toBe(1)
    const [reason] = await reasonsOf(customerId)
    expect(reason!.message).toBe('Você tem R$ 50,00 + US$ 7,00')
  })

  it('that is used or has expired gives none', async () => {
    await anAgendaRule(db(), { kind: 'credit_expiring', days: 7, openDays: 30 })
    const [used, expired] = [await aCredit(5_000), await aCredit(0, '2026-11-28')]
    await generateReasons(db(), NOW)
    expect([await reasonsOf(used), await reasonsOf(expired)]).toEqual([[], []])
  })
})

describe('a campaign', () => {
  it('gives each customer of its filter one reason', async () => {
    const { customer, store } = await aReachable({ rating: 5 })
    const other = await aReachable({ rating: 1 })
    const filter = `store=${store.id}&rating=5`
    await anAgendaRule(db(), { kind: 'campaign', filter, openDays: 10 })
    for (const day of ['2026-11-29', '2026-12-20']) await generateReasons(db(), at(day))
    expect(await reasonsOf(customer.id)).toMatchObject([{ opensOn: '2026-11-29', closesOn: '2026-12-08' }])
    expect(await reasonsOf(other.customer.id)).toEqual([])
  })

  it('whose filter is not valid any more gives none', async () => {
    await anAgendaRule(db(), { kind: 'campaign', filter: 'rating=nine' })
    const { customer } = await aReachable()
    expect(await givenOn(customer.id, '2026-11-29')).toBe(0)
  })
})

describe('a customer gets no reason', () => {
  type Reachable = Awaited<ReturnType<typeof aReachable>>
  const block = { blockedAt: NOW }

  it.each<[string, (reachable: Reachable) => Promise<unknown>]>([
    ['after refusing the agenda', ({ customer }) => plantAgendaConsent(db(), customer.id, 'cancelled')],
    ['without a phone', ({ point }) => db().delete(contactPoints).where(eq(contactPoints.id, point.id))],
    ['whose phone was removed', ({ point }) => change(point.id, { retiredAt: NOW })],
    ['whose phone is blocked', ({ point }) => change(point.id, block)],
    ['whose phone is suppressed', () => suppressed('complained')],
    ['who unsubscribed after accepting', () => suppressed('unsubscribed')],
    ['whom a store reached within the blackout', (reachable) => contacted(reachable, '2026-11-23', 'success')],
    [
      'whose merged record refused the agenda',
      async ({ customer }) => {
        const absorbed = await aCustomer(db(), { survivorId: customer.id })
        await plantAgendaConsent(db(), absorbed.id, 'cancelled')
      },
    ],
    [
      'whose merged record blocked the same phone',
      async ({ customer }) => phone(db(), (await aCustomer(db(), { survivorId: customer.id })).id, block),
    ],
    ['when the rule is switched off', () => db().update(agendaRules).set({ enabled: false })],
    ['when the rule was removed', () => db().update(agendaRules).set({ retiredAt: NOW })],
  ])('%s', async (_title, act) => {
    await anAgendaRule(db(), { kind: 'after_purchase', days: 30 })
    const reachable = await aReachable()
    await buys(reachable.customer.id, '2026-10-30')
    await act(reachable)
    expect(await givenOn(reachable.customer.id, '2026-11-29')).toBe(0)
  })

  it.each<[string, (reachable: Reachable) => Promise<unknown>]>([
    ['who accepted after unsubscribing', () => suppressed('unsubscribed', at('2025-12-31'))],
    ['whom a store reached before the blackout', (reachable) => contacted(reachable, '2026-11-22', 'success')],
    ['whom a store did not reach', (reachable) => contacted(reachable, '2026-11-28', 'no_answer')],
    [
      'with a second phone that is not blocked',
      async ({ point, customer }) => {
        await change(point.id, block)
        await phone(db(), customer.id, { channel: 'landline', normalized: '+551133334444' })
      },
    ],
  ])('unless: %s', async (_title, act) => {
    await anAgendaRule(db(), { kind: 'after_purchase', days: 30 })
    const reachable = await aReachable()
    await buys(reachable.customer.id, '2026-10-30')
    await act(reachable)
    expect(await givenOn(reachable.customer.id, '2026-11-29')).toBe(1)
  })

  it('without any entry about the agenda, because promotions need an acceptance', async () => {
    await anAgendaRule(db(), { kind: 'after_purchase', days: 30 })
    const customer = await aCustomer(db(), { storeId: (await aStore(db())).id })
    await phone(db(), customer.id)
    await buys(customer.id, '2026-10-30')
    expect(await givenOn(customer.id, '2026-11-29')).toBe(0)
  })

  const change = (id: string, set: Partial<typeof contactPoints.$inferInsert>) =>
    db().update(contactPoints).set(set).where(eq(contactPoints.id, id))

  const suppressed = (reason: 'complained' | 'unsubscribed', since = NOW) =>
    db()
      .insert(suppressions)
      .values({
        ...{ channel: 'sms', addressHash: addressHash('+5511987654321'), reason, at: since },
        purpose: reason === 'complained' ? 'all' : 'marketing',
      })

  async function contacted({ customer, store }: Reachable, day: string, situation: 'success' | 'no_answer') {
    const seller = await aUser(db())
    await db().update(agendaSettings).set({ blackoutDays: 7 })
    await db()
      .insert(agendaInteractions)
      .values({
        ...{ customerId: customer.id, id: newId(), storeId: store.id, sellerId: seller.id, means: 'call', situation },
        ...{ startedAt: at(day), lastActivityAt: at(day), closedAt: at(day) },
      })
  }
})

it('gives a merged customer one reason, for purchases of every record', async () => {
  await anAgendaRule(db(), { kind: 'after_purchase', days: 30 })
  const { customer } = await aReachable()
  const absorbed = await aCustomer(db(), { survivorId: customer.id })
  await buys(customer.id, '2026-01-01')
  await buys(absorbed.id, '2026-10-30')
  for (let time = 0; time < 2; time++) await generateReasons(db(), NOW)
  expect(await reasonsOf(customer.id)).toHaveLength(1)
  expect(await reasonsOf(absorbed.id)).toEqual([])
})

it('gives no second reason after a merge to a customer whose other record has it', async () => {
  await anAgendaRule(db(), { kind: 'birthday', days: 0, openDays: 5 })
  const { customer } = await aReachable({ birthOn: '1990-11-29' })
  const other = await aReachable({ birthOn: '1990-11-29' })
  await generateReasons(db(), NOW)
  await db().execute(sql`update customers set survivor_id = ${customer.id} where id = ${other.customer.id}`)
  await db().delete(agendaReasons).where(eq(agendaReasons.customerId, customer.id))
  await generateReasons(db(), NOW)
  expect(await reasonsOf(customer.id)).toEqual([])
})

it('takes the pending reasons back when the customer refuses later', async () => {
  await anAgendaRule(db(), { kind: 'after_purchase', days: 30 })
  const { customer } = await aReachable()
  await buys(customer.id, '2026-10-30')
  await generateReasons(db(), NOW)
  await plantAgendaConsent(db(), customer.id, 'cancelled')
  await settleReasons(db(), NOW)
  expect(await reasonsOf(customer.id)).toMatchObject([{ status: 'cancelled', cancelCause: 'consent_cancelled' }])
})

it('records the numbers of each rule in the history, and nothing when there were no reasons', async () => {
  const entries = () =>
    db()
      .select({ details: auditEvents.details })
      .from(auditEvents)
      .where(eq(auditEvents.event, 'agenda_rule.generated'))
  const before = (await entries()).length
  await anAgendaRule(db(), { kind: 'birthday', days: 0, openDays: 5, name: 'Aniversário' })
  await generateReasons(db(), NOW)
  expect(await entries()).toHaveLength(before)
  await aReachable({ birthOn: '1990-11-29' })
  await aReachable({ birthOn: '1990-11-29' })
  expect(await generateReasons(db(), NOW)).toMatchObject({ reasons: 2 })
  const [entry] = (await entries()).slice(before)
  expect(JSON.parse(entry!.details!)).toMatchObject({ reasons: 2, agendaRule: { Aniversário: 2 } })
})

it('gives each reason once when two workers run at the same time', async () => {
  const shared = pool()
  const rule = await anAgendaRule(shared, { kind: 'birthday', days: 0, openDays: 5 })
  for (let count = 0; count < 20; count++) await aReachable({ birthOn: '1990-11-29' }, shared)
  const runs = await Promise.all([generateReasons(shared, NOW), generateReasons(shared, NOW)])
  expect(runs[0]!.reasons + runs[1]!.reasons).toBe(20)
  expect(await shared.$count(agendaReasons, eq(agendaReasons.ruleId, rule.id))).toBe(20)
  await shared.update(agendaRules).set({ enabled: false }).where(eq(agendaRules.id, rule.id))
})
