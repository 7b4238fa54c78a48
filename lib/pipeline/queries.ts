import { desc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { pipelineSubStatuses, scheduledStatusChanges, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { query } from '@/lib/kernel/query'

const SHOWN_MAX = 20

const author = alias(users, 'author')
const ender = alias(users, 'ender')

/** The scheduled changes of a customer with those of the records merged into it, pending and ended, the newest 20. */
export const listScheduledChanges = query('customers.read', async (ctx, { memberIds }: ViewedGroup) =>
  ctx.db
    .select({
      id: scheduledStatusChanges.id,
      customerId: scheduledStatusChanges.customerId,
      status: scheduledStatusChanges.status,
      subStatus: pipelineSubStatuses.name,
      localAt: scheduledStatusChanges.localAt,
      timeZone: scheduledStatusChanges.timeZone,
      dueAt: scheduledStatusChanges.dueAt,
      createdAt: scheduledStatusChanges.createdAt,
      createdBy: author.name,
      endedAt: scheduledStatusChanges.endedAt,
      endedBy: ender.name,
      outcome: scheduledStatusChanges.outcome,
    })
    .from(scheduledStatusChanges)
    .innerJoin(author, eq(author.id, scheduledStatusChanges.createdBy))
    .leftJoin(ender, eq(ender.id, scheduledStatusChanges.endedBy))
    .leftJoin(pipelineSubStatuses, eq(pipelineSubStatuses.id, scheduledStatusChanges.subStatusId))
    .where(inArray(scheduledStatusChanges.customerId, [...memberIds]))
    .orderBy(desc(scheduledStatusChanges.id))
    .limit(SHOWN_MAX),
)

export type ScheduledRow = Awaited<ReturnType<typeof listScheduledChanges>>[number]
