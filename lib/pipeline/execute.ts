import { and, asc, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { tryLockSubject } from '@/db/advisory-locks'
import { scheduledStatusChanges, users } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { lockGroup } from '@/lib/customer-group/lock'
import { setPipelinePosition } from '@/lib/customer-group/pipeline-status'
import { log } from '@/lib/log'
import { resolveWallTime } from '@/lib/values/wall-time'
import { endPending, scheduleEvent } from './end-pending'
import { positionOf, recordedPosition, type ScheduledChange } from './find'
import { ZONE_RULES } from './zone-rules'

const BATCH = 200

const scheduled = scheduledStatusChanges
const isPending = isNull(scheduled.endedAt)

/** How many changes were executed, lapsed because their record was merged into another one, or failed and will be tried again. */
export type Executed = { executed: number; lapsed: number; failed: number }

type Due = Pick<ScheduledChange, 'customerId' | 'id' | 'dueAt'>

/**
 * Executes the scheduled changes that are due, the earliest first. Each has its own transaction with its history, so that it happens
 * exactly once, also when the process is killed or several workers run. A change that fails is tried again by the next run.
 */
export async function executeDueChanges(
  db: Primary,
  now: Date,
  isStopped: () => boolean = () => false,
): Promise<Executed> {
  await recomputeInstants(db)
  const total: Executed = { executed: 0, lapsed: 0, failed: 0 }
  let last: Due | undefined
  while (!isStopped()) {
    const due = await listDue(db, now, last)
    for (const one of due) {
      if (isStopped()) return total
      const outcome = await executeSafely(db, one, now)
      if (outcome) total[outcome] += 1
    }
    last = due.at(-1)
    if (due.length < BATCH) break
  }
  return total
}

const listDue = (db: Primary, now: Date, after: Due | undefined): Promise<Due[]> =>
  db
    .select({ customerId: scheduled.customerId, id: scheduled.id, dueAt: scheduled.dueAt })
    .from(scheduled)
    .where(
      and(
        isPending,
        lte(scheduled.dueAt, now),
        after && sql`(${scheduled.dueAt}, ${scheduled.id}) > (${after.dueAt.toISOString()}::timestamptz, ${after.id})`,
      ),
    )
    .orderBy(asc(scheduled.dueAt), asc(scheduled.id))
    .limit(BATCH)

async function executeSafely(db: Primary, due: Due, now: Date): Promise<keyof Executed | null> {
  try {
    return await db.transaction((tx) => executeOne(tx, due, now))
  } catch (error) {
    log.error({ err: error, scheduleId: due.id }, 'a scheduled change of status failed')
    return 'failed'
  }
}

/** Returns null when another worker is executing the change, or when it was ended or postponed meanwhile. */
async function executeOne(tx: Primary, { customerId, id }: Due, now: Date): Promise<'executed' | 'lapsed' | null> {
  // The lock of the row would be taken before that of the group, and could deadlock with a command. This one never waits.
  if (!(await tryLockSubject(tx, 'scheduledChanges', id))) return null
  const group = await lockGroup(tx, customerId)
  const [change] = await tx
    .select()
    .from(scheduled)
    .where(and(eq(scheduled.customerId, customerId), eq(scheduled.id, id), isPending))
  if (!group || !change || change.dueAt > now) return null
  const ctx = { db: tx, now }
  const actor = { userId: null, requestId: null, now }
  // The status of a merged customer is the survivor's, and so is its pending change.
  if (group.survivorId !== customerId) {
    await endPending(ctx, change, 'lapsed', null)
    await record(tx, actor, await scheduleEvent(ctx, 'customer.schedule_lapsed', change, await scheduledBy(tx, change)))
    return 'lapsed'
  }
  await endPending(ctx, change, 'executed', null)
  await setPipelinePosition(ctx, customerId, change)
  const before = await recordedPosition(ctx, positionOf(group.survivor))
  const more = { ...(await scheduledBy(tx, change)), before }
  await record(tx, actor, await scheduleEvent(ctx, 'customer.schedule_executed', change, more))
  return 'executed'
}

async function scheduledBy(tx: Primary, { createdBy }: ScheduledChange): Promise<{ scheduledBy: string }> {
  const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, createdBy))
  return { scheduledBy: user?.name ?? '' }
}

type Rules = { version: string; resolve: typeof resolveWallTime }

/**
 * Computes the instants of pending changes again if they were computed with older zone rules than those of this process: a country may have
 * changed its daylight-saving time. Leaves changes with newer rules as they are. Returns how many instants moved.
 */
export async function recomputeInstants(
  db: Primary,
  { version, resolve }: Rules = { version: ZONE_RULES, resolve: resolveWallTime },
): Promise<number> {
  let moved = 0
  for (;;) {
    const outdated = await db
      .select()
      .from(scheduled)
      .where(and(isPending, lt(scheduled.zoneRules, version)))
      .orderBy(asc(scheduled.zoneRules), asc(scheduled.id))
      .limit(BATCH)
    for (const change of outdated) {
      const { at } = resolve(change.localAt.slice(0, 16), change.timeZone)
      await db
        .update(scheduled)
        .set({ dueAt: at, zoneRules: version })
        .where(and(eq(scheduled.customerId, change.customerId), eq(scheduled.id, change.id), isPending))
      if (at.getTime() !== change.dueAt.getTime()) moved++
    }
    if (outdated.length < BATCH) return moved
  }
}
