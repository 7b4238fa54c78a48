import { asc, eq } from 'drizzle-orm'
import { auditEvents, consents } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { WriteCtx } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { setPreference } from './commands'
import { listLedger, listPreferences } from './queries'

const database = useTestDatabase()

const alone = (id: string) => ({ id, survivorId: id, memberIds: [id] })

async function aCase() {
  const ctx = await aCtx(database.db())
  const customer = await aCustomer(ctx.db)
  return { ctx, id: customer.id, marketing: { customerId: customer.id, preference: 'email', purpose: 'marketing' } }
}

const rowsOf = (ctx: WriteCtx, id: string) =>
  ctx.db.select().from(consents).where(eq(consents.customerId, id)).orderBy(asc(consents.id))
const eventsOf = async (ctx: WriteCtx, id: string) =>
  (await ctx.db.select().from(auditEvents).where(eq(auditEvents.customerId, id)).orderBy(asc(auditEvents.seq))).map(
    (e) => e.event,
  )

it('records user, preference, origin and the text of an acceptance', async () => {
  const { ctx, id, marketing } = await aCase()
  await setPreference(ctx, { ...marketing, action: 'accepted' })
  expect(await rowsOf(ctx, id)).toMatchObject([
    {
      action: 'accepted',
      origin: 'admin',
      actorId: ctx.viewer.userId,
      at: ctx.now,
      textShown: 'Mensagens por e-mail com ofertas e promoções.',
    },
  ])
})

it('appends every change, and the newest one decides the state of its purpose only', async () => {
  const { ctx, id, marketing } = await aCase()
  await setPreference(ctx, { ...marketing, action: 'accepted' })
  await setPreference(ctx, { ...marketing, purpose: 'service', action: 'accepted' })
  await setPreference(ctx, { ...marketing, action: 'cancelled', reason: 'Pediu por telefone' })
  const state = await listPreferences(ctx, alone(id))
  expect(state.map((s) => [s.purpose, s.action, s.reason, s.by])).toEqual([
    ['marketing', 'cancelled', 'Pediu por telefone', ctx.viewer.name],
    ['service', 'accepted', null, ctx.viewer.name],
  ])
  expect(await eventsOf(ctx, id)).toEqual(['consent.accepted', 'consent.accepted', 'consent.cancelled'])
  const { entries } = await listLedger(ctx, alone(id))
  expect(entries.map((e) => [e.purpose, e.action])).toEqual([
    ['marketing', 'cancelled'],
    ['service', 'accepted'],
    ['marketing', 'accepted'],
  ])
})

it('distinguishes a first refusal from the cancellation of an acceptance', async () => {
  const { ctx, id, marketing } = await aCase()
  const isRefusal = async () => (await listPreferences(ctx, alone(id))).map((state) => state.isRefusal)
  await setPreference(ctx, { ...marketing, action: 'cancelled' })
  expect(await isRefusal()).toEqual([true])
  await setPreference(ctx, { ...marketing, action: 'accepted', reason: 'Quer as ofertas', source: 'phone' })
  expect(await isRefusal()).toEqual([false])
  await setPreference(ctx, { ...marketing, action: 'cancelled' })
  expect(await isRefusal()).toEqual([false])
  expect((await listLedger(ctx, alone(id))).entries.map((entry) => entry.isRefusal)).toEqual([false, false, true])
})

it('writes nothing when the state is already so', async () => {
  const { ctx, id, marketing } = await aCase()
  await setPreference(ctx, { ...marketing, action: 'cancelled' })
  expect(await setPreference(ctx, { ...marketing, action: 'cancelled', reason: 'De novo' })).toMatchObject({ ok: true })
  expect(await rowsOf(ctx, id)).toHaveLength(1)
  expect(await eventsOf(ctx, id)).toHaveLength(1)
})

describe('an acceptance after a cancellation', () => {
  const evidence = { reason: 'Quer as ofertas de volta', source: 'phone' }

  test.each([
    ['the reason', { source: 'phone' }, ['reason']],
    ['the source', { reason: evidence.reason }, ['source']],
    ['both, as the button of an old page sends it', {}, ['reason', 'source']],
    ['a reason that is more than blank', { ...evidence, reason: '  ' }, ['reason']],
  ])('is refused without %s', async (_, given, missing) => {
    const { ctx, id, marketing } = await aCase()
    await setPreference(ctx, { ...marketing, action: 'cancelled' })
    const result = await setPreference(ctx, { ...marketing, action: 'accepted', ...given })
    expect(result).toMatchObject({ ok: false, failure: { code: 'consents.needs_evidence' } })
    expect(!result.ok && 'fields' in result.failure && Object.keys(result.failure.fields!)).toEqual(missing)
    expect(await rowsOf(ctx, id)).toHaveLength(1)
    expect(await eventsOf(ctx, id)).toEqual(['consent.cancelled'])
  })

  it('is recorded with its reason and source', async () => {
    const { ctx, id, marketing } = await aCase()
    await setPreference(ctx, { ...marketing, action: 'cancelled' })
    expect(await setPreference(ctx, { ...marketing, action: 'accepted', ...evidence })).toMatchObject({ ok: true })
    expect((await rowsOf(ctx, id))[1]).toMatchObject({ action: 'accepted', ...evidence })
    const { entries } = await listLedger(ctx, alone(id))
    expect(entries[0]).toMatchObject({ action: 'accepted', ...evidence })
  })
})

test.each([
  ['an unknown source', { source: 'rumour' }],
  ['an unknown preference', { preference: 'fax' }],
  ['an unknown purpose', { purpose: 'fun' }],
  ['an unknown action', { action: 'maybe' }],
  ['a forged origin', { origin: 'public_link' }],
])('refuses %s', async (_, over) => {
  const { ctx, id, marketing } = await aCase()
  expect(await setPreference(ctx, { ...marketing, action: 'accepted', ...over })).toMatchObject({
    failure: { kind: 'invalid' },
  })
  expect(await rowsOf(ctx, id)).toEqual([])
})

it('refuses a viewer without the permission, and one outside the scope', async () => {
  const { ctx, id, marketing } = await aCase()
  const input = { ...marketing, action: 'accepted' }
  expect(await setPreference(await aCtx(ctx.db, 'viewer'), input)).toEqual({
    ok: false,
    failure: { kind: 'forbidden' },
  })
  const own = await aCtx(ctx.db, 'agent', { kind: 'own' })
  expect(await setPreference(own, input)).toEqual({ ok: false, failure: { kind: 'not_found' } })
  await setPreference(ctx, input)
  expect([await listPreferences(own, alone(id)), (await listLedger(own, alone(id))).entries]).toEqual([[], []])
  expect(await rowsOf(ctx, id)).toHaveLength(1)
})

it('pages through the ledger without losing or repeating an entry', async () => {
  const { ctx, id } = await aCase()
  const ids = Array.from({ length: 45 }, () => newId())
  await ctx.db.insert(consents).values(
    ids.map((row, n) => ({
      customerId: id,
      id: row,
      preference: 'sms' as const,
      purpose: 'service' as const,
      action: n % 2 ? ('accepted' as const) : ('cancelled' as const),
      origin: 'api' as const,
    })),
  )
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listLedger(ctx, alone(id), cursor)
    seen.push(...page.entries.map((e) => e.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toEqual(ids.reverse())
})
