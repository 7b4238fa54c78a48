import type { Primary } from '@/db/handles'
import { pipelineSubStatuses, scheduledStatusChanges } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { newId } from '@/lib/values/ids'
import { each, type RecordIds, STATES } from '../record-ids'

/** Plants a sub-status for each action. */
export async function plantSubStatuses(db: Primary): Promise<RecordIds['subStatuses']> {
  const ids = each(STATES, () => newId())
  await db.insert(pipelineSubStatuses).values(
    STATES.map((use, at) => ({
      ...{ id: ids[use], name: `Em análise ${ids[use]}`, status: 'in_progress' as const, place: 50 + at },
      ...(use === 'restore' && { retiredAt: new Date(), retiredBy: HELENA.id }),
    })),
  )
  return ids
}

/** Plants a change of status that is not due while the tests run. */
export async function plantSchedule(db: Primary, customerId: string): Promise<string> {
  const id = newId()
  await db.insert(scheduledStatusChanges).values({
    ...{ customerId, id, status: 'won', localAt: '2099-01-01T09:00', timeZone: 'UTC' },
    ...{ dueAt: new Date('2099-01-01T09:00:00Z'), zoneRules: '2025a', createdBy: HELENA.id },
  })
  return id
}
