import { and, asc, desc, eq, gt, isNull, lt, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { cases, caseStates, customers } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import { survivorIdOf } from '@/lib/customer-group/scope'
import type { Ctx } from '@/lib/kernel/context'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { isUuid } from '@/lib/values/ids'
import { isDay } from '@/lib/values/instants'
import { assigned, caseColumns, type CaseRow } from './columns'

const PAGE = 30

export const QUEUE_TABS = ['mine', 'unassigned', 'overdue', 'open'] as const
export type QueueTab = (typeof QUEUE_TABS)[number]
export type QueueRow = CaseRow & { rootId: string; customerName: string }

export const readQueueTab = (text: string | undefined): QueueTab => QUEUE_TABS.find((tab) => tab === text) ?? 'mine'

const member = alias(customers, 'member')

/**
 * Open cases of customers in the viewer's scope, 30 a page: `mine`, `unassigned` and `open` newest first, `overdue` with the earliest due date
 * first. `cursor` is the place of the last row.
 */
export const listQueue = query('cases.read', async (ctx, tab: QueueTab, cursor?: string) => {
  const rows: QueueRow[] = await ctx.db
    .select({ ...caseColumns, rootId: customers.id, customerName: customers.name })
    .from(cases)
    .innerJoin(caseStates, eq(caseStates.id, cases.stateId))
    .innerJoin(member, eq(member.id, cases.customerId))
    .innerJoin(customers, eq(customers.id, survivorIdOf(member)))
    .leftJoin(assigned, eq(assigned.id, cases.assignedUserId))
    .where(and(isNull(cases.closedAt), inTab(ctx, tab), after(tab, cursor), scopedTo(ctx.viewer)))
    .orderBy(...(tab === 'overdue' ? [asc(cases.dueOn), asc(cases.id)] : [desc(cases.id)]))
    .limit(PAGE + 1)
  const { page, nextCursor } = pageOf(rows, PAGE, ({ id, dueOn }) => (tab === 'overdue' ? `${dueOn}.${id}` : id))
  return { cases: page, nextCursor }
})

function inTab({ viewer, now }: Ctx, tab: QueueTab): SQL | undefined {
  if (tab === 'mine') return eq(cases.assignedUserId, viewer.userId)
  if (tab === 'unassigned') return isNull(cases.assignedUserId)
  return tab === 'overdue' ? lt(cases.dueOn, today(now)) : undefined
}

/** The rows after the cursor in the tab's order. A malformed cursor means the first page. */
function after(tab: QueueTab, cursor: string | undefined): SQL | undefined {
  if (tab !== 'overdue') return isUuid(cursor) ? lt(cases.id, cursor) : undefined
  const [day, id] = cursor?.split('.') ?? []
  if (!isDay(day) || !isUuid(id)) return undefined
  return or(gt(cases.dueOn, day), and(eq(cases.dueOn, day), gt(cases.id, id)))
}
