import { eq } from 'drizzle-orm'
import { auditEvents, customers, pipelineSubStatuses, scheduledStatusChanges } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aMerged } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { changeStatus } from './commands/change'
import { cancelSchedule, scheduleStatus } from './commands/schedule'
import { executeDueChanges, recomputeInstants } from './execute'
import { listScheduledChanges } from './queries'

/** Every write of this customer's status fails. */
let mockFailingId: string | undefined

jest.mock('../customer-group/pipeline-status', () => {
  const real = jest.requireActual<typeof import('../customer-group/pipeline-status')>(
    '../customer-group/pipeline-status',
  )
  const setPipelinePosition: typeof real.setPipelinePosition = async (ctx, survivorId, position) => {
    if (survivorId === mockFailingId) throw new Error('the database is full')
    await real.setPipelinePosition(ctx, survivorId, position)
  }
  return { ...real, setPipelinePosition }
})

const { db } = useTestDatabase()

const NOW = new Date('2027-01-10T12:00:00Z')
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const anAgent = async (): Promise<WriteCtx> => ({ ...(await aCtx(db(), 'agent')), now: NOW })

async function aSubStatus(status: 'new' | 'in_progress' | 'won' | 'lost', over: object = {}) {
  const id = newId()
  await db()
    .insert(pipelineSubStatuses)
    .values({ id, status, name: `Sub ${id.slice(-6)}`, place: 1, ...over })
  return id
}

const statusOf = async (id: string) => {
  const [row] = await db().select().from(customers).where(eq(customers.id, id))
  return { status: row!.pipelineStatus, subStatusId: row!.pipelineSubStatusId, at: row!.pipelineChangedAt }
}

const eventsOf = async (customerId: string) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId)).orderBy(auditEvents.seq)).map(
    ({ event, details, actorId }) => ({ event, actorId, details: details && JSON.parse(details) }),
  )

const schedulesOf = (customerId: string) =>
  db()
    .select()
    .from(scheduledStatusChanges)
    .where(eq(scheduledStatusChanges.customerId, customerId))
    .orderBy(scheduledStatusChanges.id)

/** Schedules a change ten minutes later, unless the form says otherwise. */
const schedule = (ctx: WriteCtx, customerId: string, form: Record<string, string> = {}) =>
  scheduleStatus(ctx, { customerId, to: 'won', day: '2027-01-10', time: '12:10', timeZone: 'UTC', ...form })

describe('changing the status of a customer', () => {
  it('records old and new, with the names of the sub-statuses', async () => {
    const ctx = await anAgent()
    const { id } = await aCustomer(db())
    const subStatusId = await aSubStatus('in_progress', { name: 'Proposta enviada' })
    const to = `in_progress.${subStatusId}`
    expect(await changeStatus(ctx, { customerId: id, from: 'new', to })).toMatchObject({ ok: true })
    expect(await statusOf(id)).toEqual({ status: 'in_progress', subStatusId, at: NOW })
    expect(await eventsOf(id)).toEqual([
      {
        event: 'customer.status_changed',
        actorId: ctx.viewer.userId,
        details: {
          before: { pipelineStatus: 'new', subStatus: null },
          after: { pipelineStatus: 'in_progress', subStatus: 'Proposta enviada' },
        },
      },
    ])
  })

  it('does nothing the second time', async () => {
    const ctx = await anAgent()
    const { id } = await aCustomer(db())
    const form = { customerId: id, from: 'new', to: 'won' }
    await changeStatus(ctx, form)
    expect(await changeStatus(ctx, form)).toMatchObject({ ok: true })
    expect(await eventsOf(id)).toHaveLength(1)
  })

  it.each([
    ['without the permission', { role: 'viewer' }, {}, { kind: 'forbidden' }],
    ['outside the scope', { scope: { kind: 'own' } }, {}, { kind: 'not_found' }],
    ['with an unknown status', {}, { to: 'sold' }, { fields: { to: 'invalid' } }],
    ['with an empty status', {}, { to: '' }, { fields: { to: 'required' } }],
    ['after somebody else', {}, { from: 'lost' }, { code: 'pipeline.moved_meanwhile' }],
    ['to an unknown sub-status', {}, { to: `won.${newId()}` }, { fields: { to: 'pipeline.sub_status_unavailable' } }],
  ] as const)('is refused %s', async (_case, who: { role?: 'viewer'; scope?: { kind: 'own' } }, form, failure) => {
    const { id } = await aCustomer(db())
    const ctx = await aCtx(db(), who.role ?? 'agent', who.scope)
    const result = await changeStatus(ctx, { customerId: id, from: 'new', to: 'won', ...form })
    expect(result).toMatchObject({ ok: false, failure })
    expect((await statusOf(id)).status).toBe('new')
    expect((await eventsOf(id)).filter(({ event }) => event !== 'access.denied')).toEqual([])
  })

  it.each([
    ['of another status', 'lost', {}],
    ['that was retired', 'won', { retiredAt: NOW }],
  ] as const)('refuses a sub-status %s', async (_case, status, over) => {
    const ctx = await anAgent()
    const { id } = await aCustomer(db())
    const to = `won.${await aSubStatus(status, over)}`
    expect(await changeStatus(ctx, { customerId: id, from: 'new', to })).toMatchObject({
      failure: { fields: { to: 'pipeline.sub_status_unavailable' } },
    })
  })
})

describe('scheduling a change of status', () => {
  it('stores the wall time, the zone, the instant and the rules that gave it', async () => {
    const { id } = await aCustomer(db())
    const form = { day: '2027-03-14', time: '02:30', timeZone: 'America/New_York' }
    expect(await schedule(await anAgent(), id, form)).toMatchObject({ ok: true, value: { resolution: 'skipped' } })
    expect(await schedulesOf(id)).toMatchObject([
      {
        localAt: '2027-03-14 02:30:00',
        timeZone: 'America/New_York',
        dueAt: new Date('2027-03-14T07:30:00Z'),
        zoneRules: process.versions.tz,
      },
    ])
    expect((await statusOf(id)).status).toBe('new')
    const [event] = await eventsOf(id)
    expect(event?.details.after).toMatchObject({ scheduledFor: '2027-03-14 02:30 America/New_York' })
  })

  it.each([
    ['in the past', { time: '11:59' }, { fields: { day: 'pipeline.in_the_past' } }],
    ['in ten years', { day: '2037-01-10' }, { fields: { day: 'pipeline.too_far' } }],
    ['in the year 1', { day: '0001-01-01' }, { fields: { day: 'invalid_date' } }],
    ['in the year 9999', { day: '9999-12-31', time: '23:59' }, { fields: { day: 'pipeline.too_far' } }],
    ['on a day that does not exist', { day: '2027-02-29' }, { fields: { day: 'invalid_date' } }],
    ['at a time that does not exist', { time: '25:00' }, { fields: { time: 'pipeline.bad_time' } }],
    ['in an unknown zone', { timeZone: 'Mars/Olympus' }, { fields: { timeZone: 'pipeline.bad_time_zone' } }],
    ['by an offset', { timeZone: '+03:00' }, { fields: { timeZone: 'pipeline.bad_time_zone' } }],
    ['in a zone with a line break', { timeZone: 'UTC\n' }, { fields: { timeZone: 'pipeline.bad_time_zone' } }],
    ['to the present status', { to: 'new' }, { fields: { to: 'pipeline.same_status' } }],
    ['beside one that the page did not show', { replaces: newId() }, { code: 'pipeline.scheduled_meanwhile' }],
  ])('is refused %s', async (_case, form, failure) => {
    const { id } = await aCustomer(db())
    expect(await schedule(await anAgent(), id, form)).toMatchObject({ ok: false, failure })
    expect(await schedulesOf(id)).toEqual([])
    expect(await eventsOf(id)).toEqual([])
  })

  it.each([
    ['without the permission', 'compliance', undefined, 'forbidden'],
    ['outside the scope', 'agent', { kind: 'own' }, 'not_found'],
  ] as const)('cannot be cancelled %s', async (_case, role, scope, kind) => {
    const { id } = await aCustomer(db())
    await schedule(await anAgent(), id)
    const [pending] = await schedulesOf(id)
    const cancelling = { customerId: id, scheduleId: pending!.id }
    expect(await cancelSchedule(await aCtx(db(), role, scope), cancelling)).toMatchObject({ failure: { kind } })
    expect(await schedulesOf(id)).toMatchObject([{ endedAt: null }])
  })

  it('replaces the pending change, so that there is one at most', async () => {
    const ctx = await anAgent()
    const { id } = await aCustomer(db())
    await schedule(ctx, id)
    const [first] = await schedulesOf(id)
    expect(await schedule(ctx, id, { to: 'lost' })).toMatchObject({ failure: { code: 'pipeline.scheduled_meanwhile' } })
    expect(await schedule(ctx, id, { to: 'lost', replaces: first!.id })).toMatchObject({ ok: true })
    expect((await schedulesOf(id)).map(({ status, outcome }) => [status, outcome])).toEqual([
      ['won', 'replaced'],
      ['lost', null],
    ])
  })

  it('is cancelled once, and not after it happened', async () => {
    const ctx = await anAgent()
    const { id } = await aCustomer(db())
    await schedule(ctx, id)
    const cancelling = { customerId: id, scheduleId: (await schedulesOf(id))[0]!.id }
    expect(await cancelSchedule(ctx, cancelling)).toMatchObject({ ok: true })
    expect(await cancelSchedule(ctx, cancelling)).toMatchObject({ ok: true })
    await executeDueChanges(db(), after(20))
    expect((await statusOf(id)).status).toBe('new')
    expect((await eventsOf(id)).map(({ event }) => event)).toEqual([
      'customer.status_scheduled',
      'customer.schedule_cancelled',
    ])
    await schedule(ctx, id)
    await executeDueChanges(db(), after(20))
    const done = (await schedulesOf(id))[1]!
    expect(await cancelSchedule(ctx, { customerId: id, scheduleId: done.id })).toMatchObject({
      failure: { code: 'pipeline.schedule_ended' },
    })
  })
})

describe('executing scheduled changes', () => {
  it('changes the status when it is due, once, and records who scheduled it', async () => {
    const ctx = await anAgent()
    const { id } = await aCustomer(db())
    const subStatusId = await aSubStatus('won')
    await schedule(ctx, id, { to: `won.${subStatusId}` })
    expect(await executeDueChanges(db(), after(9))).toMatchObject({ executed: 0 })
    expect(await executeDueChanges(db(), after(10))).toEqual({ executed: 1, lapsed: 0, failed: 0 })
    expect(await executeDueChanges(db(), after(11))).toMatchObject({ executed: 0 })
    expect(await statusOf(id)).toEqual({ status: 'won', subStatusId, at: after(10) })
    const events = await eventsOf(id)
    expect(events.map(({ event }) => event)).toEqual(['customer.status_scheduled', 'customer.schedule_executed'])
    expect(events[1]).toMatchObject({
      actorId: null,
      details: { scheduledBy: 'Júlia Ramos', before: { pipelineStatus: 'new' }, after: { pipelineStatus: 'won' } },
    })
  })

  it('gives a sub-status that was retired meanwhile', async () => {
    const { id } = await aCustomer(db())
    const subStatusId = await aSubStatus('won')
    await schedule(await anAgent(), id, { to: `won.${subStatusId}` })
    await db().update(pipelineSubStatuses).set({ retiredAt: NOW }).where(eq(pipelineSubStatuses.id, subStatusId))
    await executeDueChanges(db(), after(10))
    expect(await statusOf(id)).toMatchObject({ status: 'won', subStatusId })
  })

  it('is overtaken by a change that somebody makes before, and the history says so', async () => {
    const ctx = await anAgent()
    const other = { ...(await aCtx(db(), 'manager')), now: after(5) }
    const { id } = await aCustomer(db())
    await schedule(ctx, id)
    expect(await changeStatus(other, { customerId: id, from: 'new', to: 'lost' })).toMatchObject({
      value: { hasOvertaken: true },
    })
    await executeDueChanges(db(), after(10))
    expect((await statusOf(id)).status).toBe('lost')
    expect(await schedulesOf(id)).toMatchObject([{ outcome: 'overtaken', endedBy: other.viewer.userId }])
    expect((await eventsOf(id)).map(({ event }) => event)).toEqual([
      'customer.status_scheduled',
      'customer.status_changed',
      'customer.schedule_overtaken',
    ])
  })

  it('goes on after a change that fails, and tries that one again', async () => {
    const ctx = await anAgent()
    const [broken, whole] = [await aCustomer(db()), await aCustomer(db())]
    await schedule(ctx, broken.id)
    await schedule(ctx, whole.id, { time: '12:11' })
    mockFailingId = broken.id
    expect(await executeDueChanges(db(), after(20))).toEqual({ executed: 1, lapsed: 0, failed: 1 })
    mockFailingId = undefined
    expect(await executeDueChanges(db(), after(21))).toEqual({ executed: 1, lapsed: 0, failed: 0 })
  })
})

describe('when the rules of a time zone change', () => {
  const rules = { version: '9999a', resolve: () => ({ at: after(120), resolution: 'exact' as const }) }

  it('computes the instant again from the wall time, before anything is executed', async () => {
    const { id } = await aCustomer(db())
    await schedule(await anAgent(), id)
    // As if an older database had put it one hour later.
    await db()
      .update(scheduledStatusChanges)
      .set({ zoneRules: '1999a', dueAt: after(70) })
      .where(eq(scheduledStatusChanges.customerId, id))
    expect(await executeDueChanges(db(), after(10))).toMatchObject({ executed: 1 })
  })

  it('puts a change off that would be too early, once', async () => {
    const { id } = await aCustomer(db())
    await schedule(await anAgent(), id)
    expect(await recomputeInstants(db(), rules)).toBe(1)
    expect(await recomputeInstants(db(), rules)).toBe(0)
    expect(await executeDueChanges(db(), after(60))).toMatchObject({ executed: 0 })
    expect(await executeDueChanges(db(), after(120))).toMatchObject({ executed: 1 })
  })
})

describe('in a merged customer', () => {
  it('the status is the survivor’s, and the absorbed record keeps its own for an undo', async () => {
    const ctx = await anAgent()
    const { survivor, absorbed } = await aMerged(db(), { absorbed: { pipelineStatus: 'lost' } })
    expect(await changeStatus(ctx, { customerId: absorbed.id, from: 'new', to: 'won' })).toMatchObject({ ok: true })
    expect((await statusOf(survivor.id)).status).toBe('won')
    expect((await statusOf(absorbed.id)).status).toBe('lost')
  })

  it('only the survivor’s pending change happens; that of the absorbed record lapses', async () => {
    const ctx = await anAgent()
    const [survivor, absorbed] = [await aCustomer(db()), await aCustomer(db())]
    await schedule(ctx, survivor.id)
    await schedule(ctx, absorbed.id, { to: 'lost' })
    await db().update(customers).set({ survivorId: survivor.id }).where(eq(customers.id, absorbed.id))
    expect(await executeDueChanges(db(), after(10))).toEqual({ executed: 1, lapsed: 1, failed: 0 })
    expect((await statusOf(survivor.id)).status).toBe('won')
    expect((await statusOf(absorbed.id)).status).toBe('new')
    expect((await eventsOf(absorbed.id)).at(-1)?.event).toBe('customer.schedule_lapsed')
    const group = { survivorId: survivor.id, memberIds: [survivor.id, absorbed.id], revealed: new Set<string>() }
    const listed = await listScheduledChanges(ctx, group)
    expect(listed.map(({ outcome }) => outcome)).toEqual(['lapsed', 'executed'])
  })

  it('a pending change of the absorbed record happens if the merge is undone before it is due', async () => {
    const ctx = await anAgent()
    const { survivor, absorbed } = await aMerged(db())
    await db().update(customers).set({ survivorId: null }).where(eq(customers.id, absorbed.id))
    await schedule(ctx, absorbed.id)
    await db().update(customers).set({ survivorId: survivor.id }).where(eq(customers.id, absorbed.id))
    await executeDueChanges(db(), after(9))
    await db().update(customers).set({ survivorId: null }).where(eq(customers.id, absorbed.id))
    expect(await executeDueChanges(db(), after(10))).toMatchObject({ executed: 1 })
  })
})
