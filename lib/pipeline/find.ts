import { and, eq, isNull, sql } from 'drizzle-orm'
import { pipelineSubStatuses, scheduledStatusChanges } from '@/db/schema'
import type { PipelinePosition } from '@/lib/customer-group/pipeline-status'
import type { Customer } from '@/lib/customer-group/lock'
import { groupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'

export type ScheduledChange = typeof scheduledStatusChanges.$inferSelect

export const positionOf = (customer: Customer): PipelinePosition => ({
  status: customer.pipelineStatus,
  subStatusId: customer.pipelineSubStatusId,
})

/** The pending change of a record, or null. Call it under the lock of the customer's group. */
export async function findPending({ db }: Pick<WriteCtx, 'db'>, customerId: string): Promise<ScheduledChange | null> {
  const [pending] = await db
    .select()
    .from(scheduledStatusChanges)
    .where(and(eq(scheduledStatusChanges.customerId, customerId), isNull(scheduledStatusChanges.endedAt)))
  return pending ?? null
}

/** A scheduled change of the customer or of a record merged into it, or null. Call it under the lock of the customer's group. */
export async function findScheduled(
  { db }: Pick<WriteCtx, 'db'>,
  customerId: string,
  scheduleId: string,
): Promise<ScheduledChange | null> {
  const [found] = await db
    .select()
    .from(scheduledStatusChanges)
    .where(
      and(
        sql`${scheduledStatusChanges.customerId} in ${groupIds(customerId)}`,
        eq(scheduledStatusChanges.id, scheduleId),
      ),
    )
  return found ?? null
}

/** Whether a position can be chosen: its sub-status belongs to its status and is still offered. */
export async function isOffered({ db }: WriteCtx, { status, subStatusId }: PipelinePosition): Promise<boolean> {
  if (!subStatusId) return true
  const found = await db
    .select({ id: pipelineSubStatuses.id })
    .from(pipelineSubStatuses)
    .where(
      and(
        eq(pipelineSubStatuses.id, subStatusId),
        eq(pipelineSubStatuses.status, status),
        isNull(pipelineSubStatuses.retiredAt),
      ),
    )
  return found.length > 0
}

/** A position as the history stores it: the code of the status and the name of the sub-status. */
export async function recordedPosition(
  { db }: Pick<WriteCtx, 'db'>,
  { status, subStatusId }: PipelinePosition,
): Promise<{ pipelineStatus: string; subStatus: string | null }> {
  if (!subStatusId) return { pipelineStatus: status, subStatus: null }
  const [found] = await db
    .select({ name: pipelineSubStatuses.name })
    .from(pipelineSubStatuses)
    .where(eq(pipelineSubStatuses.id, subStatusId))
  return { pipelineStatus: status, subStatus: found?.name ?? null }
}
