import { eq, inArray, sql } from 'drizzle-orm'
import { auditEvents, customers, scheduledStatusChanges } from '@/db/schema'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { changeStatus } from './commands/change'
import { cancelSchedule, scheduleStatus } from './commands/schedule'
import { executeDueChanges } from './execute'

const { pool } = useTestDatabase()

const NOW = new Date('2027-01-10T12:00:00Z')
const DUE = new Date('2027-01-10T12:10:00Z')

/** Schedules a sale for each of some new customers. */
async function scheduleMany(count: number) {
  const ctx = { ...(await aCtx(pool(), 'agent')), now: NOW }
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const { id } = await aCustomer(pool())
    await scheduleStatus(ctx, { customerId: id, to: 'won', day: '2027-01-10', time: '12:10', timeZone: 'UTC' })
    ids.push(id)
  }
  return { ctx, ids }
}

const eventsOf = async (ids: string[], event: 'customer.schedule_executed' | 'customer.schedule_cancelled') =>
  (
    await pool()
      .select({ customerId: auditEvents.customerId })
      .from(auditEvents)
      .where(sql`${inArray(auditEvents.customerId, ids)} and ${eq(auditEvents.event, event)}`)
  ).map(({ customerId }) => customerId)

it('executes each change once when several workers run at the same time', async () => {
  const { ids } = await scheduleMany(30)
  const runs = await Promise.all(Array.from({ length: 5 }, () => executeDueChanges(pool(), DUE)))
  expect(runs.reduce((sum, { executed }) => sum + executed, 0)).toBe(30)
  expect((await eventsOf(ids, 'customer.schedule_executed')).toSorted()).toEqual(ids.toSorted())
})

it('either executes a change or cancels it, and says which', async () => {
  const { ctx, ids } = await scheduleMany(20)
  const pending = await pool()
    .select()
    .from(scheduledStatusChanges)
    .where(inArray(scheduledStatusChanges.customerId, ids))
  const [, ...cancelled] = await Promise.all([
    executeDueChanges(pool(), DUE),
    ...pending.map(({ customerId, id }) => cancelSchedule(ctx, { customerId, scheduleId: id })),
  ])
  const rows = await pool().select().from(customers).where(inArray(customers.id, ids))
  const [won, kept] = [
    rows.filter((row) => row.pipelineStatus === 'won'),
    rows.filter((row) => row.pipelineStatus === 'new'),
  ]
  expect(cancelled.filter((result) => 'ok' in result && result.ok)).toHaveLength(kept.length)
  expect(await eventsOf(ids, 'customer.schedule_executed')).toHaveLength(won.length)
  expect(await eventsOf(ids, 'customer.schedule_cancelled')).toHaveLength(kept.length)
  expect(won.length + kept.length).toBe(20)
})

it('never lets a scheduled change undo one that a person made at the same moment', async () => {
  const { ctx, ids } = await scheduleMany(20)
  const [, ...changed] = await Promise.all([
    executeDueChanges(pool(), DUE),
    ...ids.map((customerId) => changeStatus({ ...ctx, now: DUE }, { customerId, from: 'new', to: 'lost' })),
  ])
  const rows = await pool().select().from(customers).where(inArray(customers.id, ids))
  const lost = rows.filter((row) => row.pipelineStatus === 'lost')
  expect(changed.filter((result) => 'ok' in result && result.ok)).toHaveLength(lost.length)
  expect(await eventsOf(ids, 'customer.schedule_executed')).toHaveLength(20 - lost.length)
})
