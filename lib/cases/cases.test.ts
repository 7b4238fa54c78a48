import { asc, eq } from 'drizzle-orm'
import { auditEvents, caseComments, cases } from '@/db/schema'
import { aCtx, aCustomer, aMerged, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { assignCase, takeCase } from './commands/assign'
import { changeCase } from './commands/change'
import { commentOnCase } from './commands/comment'
import { moveCase } from './commands/move'
import { openCase } from './commands/open'
import { DEFAULT_STATES } from './default-states'
import { getCase, listCases, listComments } from './queries'
import { listQueue } from './queue'

const { db, pool } = useTestDatabase()

const FORM = { subject: 'Troca de produto', priority: 'normal', description: 'Veio com defeito' }

/** A customer with a case that nobody is assigned to. */
async function aCase(over: Record<string, unknown> = {}) {
  const ctx = await aCtx(db())
  const customer = await aCustomer(db())
  const opened = await openCase(ctx, { customerId: customer.id, ...FORM, ...over })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return { ctx, customer, ids: opened.value, group: groupOf(customer.id) }
}

const groupOf = (...memberIds: string[]) => ({ survivorId: memberIds[0]!, memberIds, revealed: new Set<string>() })

const rowOf = async (caseId: string) => (await db().select().from(cases).where(eq(cases.id, caseId)))[0]!

const eventsOf = async (customerId: string) =>
  (
    await db()
      .select({ event: auditEvents.event })
      .from(auditEvents)
      .where(eq(auditEvents.customerId, customerId))
      .orderBy(asc(auditEvents.seq))
  ).map(({ event }) => event)

describe('opening a case', () => {
  it('gives it the first open state, a short number and an entry in the history', async () => {
    const first = await aCase({ dueOn: '2026-12-24' })
    const second = await aCase()
    const [one, two] = [await rowOf(first.ids.caseId), await rowOf(second.ids.caseId)]
    expect(one).toMatchObject({
      stateId: DEFAULT_STATES.new,
      dueOn: '2026-12-24',
      closedAt: null,
      assignedUserId: null,
    })
    expect(two.number).toBeGreaterThan(one.number)
    expect(await eventsOf(first.customer.id)).toEqual(['case.opened'])
  })

  it('happens once when the same form is sent twice', async () => {
    const customer = await aCustomer(db())
    const ctx = { ...(await aCtx(db())), idempotencyKey: 'the same form' }
    const form = { customerId: customer.id, ...FORM }
    const [one, two] = [await openCase(ctx, form), await openCase(ctx, form)]
    expect(two).toMatchObject({ ok: true, repeated: true, value: one.ok && one.value })
    expect(await db().select().from(cases).where(eq(cases.customerId, customer.id))).toHaveLength(1)
  })

  it.each([
    [{ subject: '  ' }, { subject: 'cases.no_subject' }],
    [{ subject: 'x'.repeat(201) }, { subject: 'too_long' }],
    [{ priority: 'whenever' }, { priority: 'required' }],
    [{ dueOn: '2026-02-30' }, { dueOn: 'invalid_date' }],
    [{ assignedUserId: '01890000-0000-7000-8000-000000000000' }, { assignedUserId: 'cases.user_unavailable' }],
    [{ journeyId: '01890000-0000-7000-8000-000000000000' }, { journeyId: 'cases.journey_unavailable' }],
  ])('refuses %j and changes nothing', async (over, fields) => {
    const customer = await aCustomer(db())
    const result = await openCase(await aCtx(db()), { customerId: customer.id, ...FORM, ...over })
    expect(result).toMatchObject({ ok: false, failure: { fields } })
    expect(await db().select().from(cases).where(eq(cases.customerId, customer.id))).toEqual([])
    expect(await eventsOf(customer.id)).toEqual([])
  })

  it('is refused without the permission and outside the scope', async () => {
    const store = await aStore(db())
    const customer = await aCustomer(db())
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })
    const form = { customerId: customer.id, ...FORM }
    expect(await openCase(await aCtx(db(), 'viewer'), form)).toMatchObject({ failure: { kind: 'forbidden' } })
    expect(await openCase(seller, form)).toMatchObject({ failure: { kind: 'not_found' } })
    expect(await db().select().from(cases).where(eq(cases.customerId, customer.id))).toEqual([])
  })
})

describe('moving a case', () => {
  it('into a closed state closes it, and into an open one reopens it', async () => {
    const { ctx, customer, ids } = await aCase()
    await moveCase(ctx, { ...ids, stateId: DEFAULT_STATES.solved })
    expect(await rowOf(ids.caseId)).toMatchObject({ closedAt: ctx.now, closedBy: ctx.viewer.userId })
    await moveCase(ctx, { ...ids, stateId: DEFAULT_STATES.waiting })
    expect(await rowOf(ids.caseId)).toMatchObject({ closedAt: null, closedBy: null })
    expect(await eventsOf(customer.id)).toEqual(['case.opened', 'case.moved', 'case.moved'])
  })

  it('between two closed states keeps the moment of closing', async () => {
    const { ctx, ids } = await aCase()
    await moveCase(ctx, { ...ids, stateId: DEFAULT_STATES.solved })
    await moveCase({ ...ctx, now: new Date(ctx.now.getTime() + 60_000) }, { ...ids, stateId: DEFAULT_STATES.dropped })
    expect(await rowOf(ids.caseId)).toMatchObject({ closedAt: ctx.now })
  })

  it('into its own state changes nothing', async () => {
    const { ctx, customer, ids } = await aCase()
    expect(await moveCase(ctx, { ...ids, stateId: DEFAULT_STATES.new })).toMatchObject({ ok: true })
    expect(await eventsOf(customer.id)).toEqual(['case.opened'])
  })

  it('refuses a state that does not exist', async () => {
    const { ctx, ids } = await aCase()
    const stateId = '01890000-0000-7000-8000-000000000000'
    expect(await moveCase(ctx, { ...ids, stateId })).toMatchObject({
      failure: { fields: { stateId: 'cases.state_unavailable' } },
    })
  })
})

describe('assigning a case', () => {
  it('refuses a second person and names the first', async () => {
    const { ctx, customer, ids } = await aCase()
    const other = await aUser(db(), { name: 'Marcos Teixeira' })
    await db().update(cases).set({ assignedUserId: other.id }).where(eq(cases.id, ids.caseId))
    expect(await takeCase(ctx, ids)).toMatchObject({
      failure: { code: 'cases.taken', args: { name: 'Marcos Teixeira' } },
    })
    expect((await rowOf(ids.caseId)).assignedUserId).toBe(other.id)
    expect(await eventsOf(customer.id)).toEqual(['case.opened'])
  })

  it('is refused when somebody else changed the assignment since the page was opened', async () => {
    const { ctx, ids } = await aCase()
    const [shown, other, wanted] = [await aUser(db()), await aUser(db(), { name: 'Marcos' }), await aUser(db())]
    await db().update(cases).set({ assignedUserId: other.id }).where(eq(cases.id, ids.caseId))
    const form = { ...ids, from: shown.id, userId: wanted.id }
    expect(await assignCase(ctx, form)).toMatchObject({ failure: { code: 'cases.taken', args: { name: 'Marcos' } } })
    await db().update(cases).set({ assignedUserId: null }).where(eq(cases.id, ids.caseId))
    expect(await assignCase(ctx, form)).toMatchObject({ failure: { code: 'cases.unassigned_meanwhile' } })
    expect(await assignCase(ctx, { ...form, from: '' })).toMatchObject({ ok: true })
    expect((await rowOf(ids.caseId)).assignedUserId).toBe(wanted.id)
  })

  it('refuses a deactivated user', async () => {
    const { ctx, ids } = await aCase()
    const gone = await aUser(db(), { deactivatedAt: new Date() })
    expect(await assignCase(ctx, { ...ids, from: '', userId: gone.id })).toMatchObject({
      failure: { fields: { userId: 'cases.user_unavailable' } },
    })
  })
})

describe('changing a case', () => {
  it('refuses a stale version and shows the current values', async () => {
    const { ctx, ids } = await aCase()
    const form = { ...ids, version: '1', subject: 'Outro assunto', priority: 'urgent' }
    expect(await changeCase(ctx, form)).toMatchObject({ ok: true })
    expect(await changeCase(ctx, { ...form, subject: 'Mais um' })).toMatchObject({
      failure: { kind: 'conflict', current: { subject: 'Outro assunto', priority: 'urgent' } },
    })
    expect(await rowOf(ids.caseId)).toMatchObject({ subject: 'Outro assunto', version: 2 })
  })
})

describe('comments', () => {
  it('are listed oldest first and stay with their case', async () => {
    const { ctx, ids, group } = await aCase()
    await commentOnCase(ctx, { ...ids, body: 'Liguei' })
    await commentOnCase(ctx, { ...ids, body: 'Retornou' })
    const found = await getCase(ctx, group, ids.caseId)
    expect((await listComments(ctx, found!)).map(({ body }) => body)).toEqual(['Liguei', 'Retornou'])
  })

  it('refuse an empty text', async () => {
    const { ctx, ids } = await aCase()
    expect(await commentOnCase(ctx, { ...ids, body: ' ' })).toMatchObject({
      failure: { fields: { body: 'cases.empty_comment' } },
    })
    expect(await db().select().from(caseComments)).toEqual([])
  })
})

describe('a case of another customer', () => {
  it('is not found by any command', async () => {
    const { ctx, ids } = await aCase()
    const stranger = await aCustomer(db())
    const at = { customerId: stranger.id, caseId: ids.caseId }
    const results = [
      await takeCase(ctx, at),
      await assignCase(ctx, { ...at, from: '', userId: ctx.viewer.userId }),
      await moveCase(ctx, { ...at, stateId: DEFAULT_STATES.solved }),
      await changeCase(ctx, { ...at, version: '1', subject: 'x', priority: 'low' }),
      await commentOnCase(ctx, { ...at, body: 'x' }),
    ]
    expect(results.map((result) => !result.ok && result.failure.kind)).toEqual(Array(5).fill('not_found'))
    expect(await getCase(ctx, groupOf(stranger.id), ids.caseId)).toBeNull()
    expect(await rowOf(ids.caseId)).toMatchObject({ version: 1 })
  })

  it('of a merged record is found and changed on its survivor', async () => {
    const { survivor, absorbed, memberIds } = await aMerged(db())
    const ctx = await aCtx(db())
    const { ids } = await aCase()
    const old = await rowOf(ids.caseId)
    const { id: _, number: __, ...rest } = old
    const caseId = '01890000-0000-7000-8000-00000000000a'
    await db()
      .insert(cases)
      .values({ ...rest, id: caseId, customerId: absorbed.id })
    const group = groupOf(...memberIds)
    expect((await listCases(ctx, group)).cases.map(({ id }) => id)).toEqual([caseId])
    expect(await takeCase(ctx, { customerId: survivor.id, caseId })).toMatchObject({ ok: true })
    expect(await rowOf(caseId)).toMatchObject({ customerId: absorbed.id, assignedUserId: ctx.viewer.userId })
  })
})

describe('the list of a customer', () => {
  it('is newest first, page by page, and filtered by state', async () => {
    const { ctx, customer, group } = await aCase({ subject: 'um' })
    for (const subject of ['dois', 'três']) await openCase(ctx, { customerId: customer.id, ...FORM, subject })
    const first = await listCases(ctx, group, { limit: 2 })
    const second = await listCases(ctx, group, { limit: 2, cursor: first.nextCursor! })
    expect([first, second].map((page) => page.cases.map(({ subject }) => subject))).toEqual([['três', 'dois'], ['um']])
    await moveCase(ctx, { customerId: customer.id, caseId: first.cases[0]!.id, stateId: DEFAULT_STATES.solved })
    const solved = await listCases(ctx, group, { filter: { state: DEFAULT_STATES.solved } })
    expect(solved.cases.map(({ subject }) => subject)).toEqual(['três'])
  })

  it('contains the days at both ends of the filter, in the time zone of the company', async () => {
    const { ctx, group, ids } = await aCase()
    // 23:30 on 10 November in São Paulo.
    await db()
      .update(cases)
      .set({ createdAt: new Date('2026-11-11T02:30:00Z') })
      .where(eq(cases.id, ids.caseId))
    const found = async (filter: { from?: string; to?: string }) =>
      (await listCases(ctx, group, { filter })).cases.length
    expect(await found({ from: '2026-11-10', to: '2026-11-10' })).toBe(1)
    expect([await found({ from: '2026-11-11' }), await found({ to: '2026-11-09' })]).toEqual([0, 0])
  })
})

describe('the queue', () => {
  it('sorts open cases into mine, unassigned and overdue, and leaves closed ones out', async () => {
    const { ctx, customer, ids } = await aCase({ subject: 'sem ninguém' })
    const mine = { customerId: customer.id, ...FORM, subject: 'meu', assignedUserId: ctx.viewer.userId }
    await openCase(ctx, { ...mine, dueOn: '2020-01-02' })
    await openCase(ctx, { ...mine, subject: 'mais antigo', dueOn: '2020-01-01' })
    const closed = await openCase(ctx, { ...mine, subject: 'fechado' })
    await moveCase(ctx, { ...(closed.ok && closed.value), stateId: DEFAULT_STATES.solved })
    const subjects = async (tab: 'mine' | 'unassigned' | 'overdue') =>
      (await listQueue(ctx, tab)).cases.filter(({ rootId }) => rootId === customer.id).map(({ subject }) => subject)
    expect(await subjects('mine')).toEqual(['mais antigo', 'meu'])
    expect(await subjects('unassigned')).toEqual([(await rowOf(ids.caseId)).subject])
    expect(await subjects('overdue')).toEqual(['mais antigo', 'meu'])
  })

  it('pages through equal due dates without repeats or gaps', async () => {
    const { ctx, customer } = await aCase()
    const form = { customerId: customer.id, ...FORM, dueOn: '2020-01-01' }
    for (let count = 0; count < 35; count += 1) await openCase(ctx, form)
    const first = await listQueue(ctx, 'overdue')
    const second = await listQueue(ctx, 'overdue', first.nextCursor!)
    const seen = [...first.cases, ...second.cases].map(({ id }) => id)
    expect([first.cases.length, new Set(seen).size, second.nextCursor]).toEqual([30, 35, null])
  })

  it('shows a seller only the customers in scope', async () => {
    const { ctx, customer } = await aCase()
    const store = await aStore(db())
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })
    expect((await listQueue(seller, 'open')).cases).toEqual([])
    expect((await listQueue(ctx, 'open')).cases.map(({ rootId }) => rootId)).toContain(customer.id)
  })
})

it('gives a case to one of two people who take it at the same time', async () => {
  const shared = pool()
  const customer = await aCustomer(shared)
  const [one, two] = [await aCtx(shared), await aCtx(shared)]
  const opened = await openCase(one, { customerId: customer.id, ...FORM })
  const ids = opened.ok ? opened.value : null
  const results = await Promise.all([takeCase(one, ids), takeCase(two, ids)])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'cases.taken' } })
})
