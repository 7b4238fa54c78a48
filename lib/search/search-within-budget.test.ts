import { and, eq } from 'drizzle-orm'
import { auditEvents, externalIds, keyedSearches } from '@/db/schema'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { cpfCheckDigits } from '@/lib/values/tax-id'
import { findByExternalId } from './find-by-external-id'
import { limitsOf, missLimitOf } from './search-budget'
import { searchWithinBudget } from './search-within-budget'
import { sweepSearches } from './sweep'

const { db } = useTestDatabase()

const viewer = () => aCtx(db(), 'viewer')
const agent = () => aCtx(db(), 'agent')

/** A CPF for each number. */
function aCpf(at: number): string {
  const base = String(111_444_000 + at)
  return base + cpfCheckDigits(base)
}

const guess = (ctx: WriteCtx, at: number) => searchWithinBudget(ctx, { q: aCpf(at), type: 'cpf' })

/** Searches for `count` different CPFs, the first of which is `from`. */
async function guessMany(ctx: WriteCtx, count: number, from = 0) {
  for (let at = from; at < from + count; at++) await guess(ctx, at)
}

const searchesOf = (ctx: WriteCtx) =>
  db().select().from(keyedSearches).where(eq(keyedSearches.userId, ctx.viewer.userId))

const alarms = (ctx: WriteCtx) =>
  db()
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.event, 'search.unusual'), eq(auditEvents.actorId, ctx.viewer.userId)))

describe('the record of a search', () => {
  it.each([
    ['11144477735', 'cpf', ['cpf']],
    ['111.444.777', 'all', ['cnpj', 'cpf', 'document', 'phone']],
    ['maria@example.com', 'all', ['email']],
    ['(11) 98765-7777', 'all', ['phone']],
    ['12.ABC.345/01DE-35', 'all', ['cnpj']],
    ['Maria Clara', 'all', []],
  ] as const)('has the kinds of %p with the selector on %s: %j', async (q, type, kinds) => {
    const ctx = await viewer()
    await searchWithinBudget(ctx, { q, type })
    expect((await searchesOf(ctx)).map(({ kind }) => kind).toSorted()).toEqual([...kinds])
  })

  it('contains a keyed hash and no part of the value, the same for nine and for eleven digits', async () => {
    const ctx = await viewer()
    await searchWithinBudget(ctx, { q: '111444777', type: 'cpf' })
    await searchWithinBudget(ctx, { q: '111.444.777-35', type: 'cpf', typing: true })
    const [row, ...others] = await searchesOf(ctx)
    expect(others).toEqual([])
    expect(row).toMatchObject({ kind: 'cpf', searches: 2, answeredAt: ctx.now })
    expect(row!.valueHash).toHaveLength(32)
    expect(JSON.stringify({ ...row, valueHash: row!.valueHash.toString('latin1') })).not.toContain('1114')
  })
})

test('a record is deleted when nobody has repeated the search for 90 days', async () => {
  const ctx = await viewer()
  await guess(ctx, 1)
  await sweepSearches(db(), new Date(ctx.now.getTime() + 89 * 86_400_000))
  expect(await searchesOf(ctx)).toHaveLength(1)
  await sweepSearches(db(), new Date(ctx.now.getTime() + 91 * 86_400_000))
  expect(await searchesOf(ctx)).toEqual([])
})

describe('the budget', () => {
  it('stops a viewer after 60 new values in an hour, on the page, in suggestions and by external id alike', async () => {
    const ctx = await viewer()
    const { id } = await aCustomer(db(), { name: 'Zulmira Banto', documentType: 'cpf', documentNumber: aCpf(99) })
    await db().insert(externalIds).values({ source: 'sap', externalId: '42', customerId: id })
    await guessMany(ctx, 60)
    const page = await searchWithinBudget(ctx, { q: aCpf(99), type: 'cpf' })
    const typing = await searchWithinBudget(ctx, { q: aCpf(99), typing: true })
    const byId = await findByExternalId(ctx, 'sap', '42')
    expect([page.hits, typing.hits]).toEqual([[], []])
    const until = page.pausedUntil!.getTime() - Date.now()
    expect(until > 3_500_000 && until <= 3_600_000).toBe(true)
    expect([Boolean(typing.pausedUntil), byId.ok]).toEqual([true, false])
  })

  it('keeps refusing a refused value, and keeps answering the values it has answered', async () => {
    const ctx = await viewer()
    const { id } = await aCustomer(db(), { name: 'Zulmira Banto', documentType: 'cpf', documentNumber: aCpf(0) })
    await guessMany(ctx, 61)
    expect(await guess(ctx, 60)).toMatchObject({ hits: [], pausedUntil: expect.any(Date) })
    expect(await guess(ctx, 0)).toMatchObject({ hits: [{ id }], pausedUntil: null })
  })

  it('still finds names and companies when it is used up', async () => {
    const ctx = await viewer()
    const { id } = await aCustomer(db(), { name: 'Zulmira Banto' })
    const company = await aCustomer(db(), { kind: 'company', documentType: 'cnpj', documentNumber: '12ABC34501DE35' })
    await guessMany(ctx, 61)
    const name = await searchWithinBudget(ctx, { q: 'Zulmira' })
    const cnpj = await searchWithinBudget(ctx, { q: '12.ABC.345/01DE-35' })
    expect([name.hits[0]?.id, name.pausedUntil, cnpj.hits[0]?.id, cnpj.pausedUntil]).toEqual([
      id,
      null,
      company.id,
      null,
    ])
  })

  it('counts a search once, however often it is repeated or paged through', async () => {
    const ctx = await viewer()
    for (let time = 0; time < 70; time++) await guess(ctx, 1)
    expect((await guess(ctx, 2)).pausedUntil).toBeNull()
  })

  it('does not stop an agent, who may reveal the values one by one, after 60', async () => {
    const ctx = await agent()
    await guessMany(ctx, 61)
    expect((await guess(ctx, 61)).pausedUntil).toBeNull()
  })

  it('lets a viewer try less than one in a hundred of the values a mask leaves open in two periods in a row', async () => {
    const ctx = await viewer()
    const inTwoPeriods = (kind: 'cpf' | 'email' | 'phone') =>
      2 *
      Math.min(
        ...limitsOf(ctx.viewer, [{ kind, value: '' }]).flatMap((limit) =>
          limit.windowSeconds > 86_400 ? [limit.max] : [],
        ),
      )
    expect(inTwoPeriods('cpf')).toBeLessThanOrEqual(1_000_000 / 100)
    expect(inTwoPeriods('phone')).toBeLessThanOrEqual(400_000 / 100)
    expect(inTwoPeriods('email')).toBeLessThanOrEqual(44_000 / 100)
  })
})

describe('an alarm', () => {
  it('is raised once when a budget is used up, in the system chain, without any value', async () => {
    const ctx = await viewer()
    await aCustomer(db(), { documentType: 'cpf', documentNumber: aCpf(0) })
    await guessMany(ctx, 65)
    const raised = (await alarms(ctx)).filter(({ details }) => details?.includes('many_searches'))
    expect(raised).toHaveLength(1)
    expect(raised[0]).toMatchObject({
      customerId: SYSTEM_CHAIN,
      subject: `user:${ctx.viewer.userId}`,
      details: JSON.stringify({ reason: 'many_searches', searches: 60, hours: 1 }),
    })
  })

  it('is raised by thirty searches that find nothing', async () => {
    const ctx = await viewer()
    expect(missLimitOf(ctx.viewer).max).toBe(30)
    await guessMany(ctx, 29)
    const before = await alarms(ctx)
    await guessMany(ctx, 2, 29)
    expect([before.length, (await alarms(ctx)).map(({ details }) => JSON.parse(details!).reason)]).toEqual([
      0,
      ['many_misses'],
    ])
  })

  it('is not raised by searches that find somebody', async () => {
    const ctx = await viewer()
    for (let at = 0; at < 31; at++) {
      const email = `zulmira.${at}@example.com`
      await aPoint(db(), (await aCustomer(db())).id, { value: email, normalized: email, matchKey: email })
      await searchWithinBudget(ctx, { q: email })
    }
    expect(await alarms(ctx)).toEqual([])
  })
})
