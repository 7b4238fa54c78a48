import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers, mergeExclusions, merges, users, WHOLE_PART } from '@/db/schema'
import type { MergeRow } from '@/lib/contributions/merge'
import type { MergePart } from '@/lib/customer-group/included'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { CONTRIBUTIONS } from './contributions'
import { listPartRows } from './later'

const UNDONE_MOST = 50

const merger = alias(users, 'merger')
const undoer = alias(users, 'undoer')

const columns = {
  id: merges.id,
  customerId: merges.customerId,
  absorbedId: merges.absorbedId,
  name: shownNameOf(customers),
  carriedIds: merges.carriedIds,
  mergedAt: merges.mergedAt,
  mergedBy: merger.name,
  undoneAt: merges.undoneAt,
  undoneBy: undoer.name,
}

const select = ({ db }: Ctx) =>
  db
    .select(columns)
    .from(merges)
    .innerJoin(customers, eq(customers.id, merges.absorbedId))
    .innerJoin(merger, eq(merger.id, merges.mergedBy))
    .leftJoin(undoer, eq(undoer.id, merges.undoneBy))
    .$dynamic()

export type MergeView = Awaited<ReturnType<typeof select>>[number]

/** The merges of a customer that are not undone, the newest first. Only the newest one can be undone. */
export const listMerges = query('customers.merge', (ctx, { memberIds }: ViewedGroup): Promise<MergeView[]> =>
  select(ctx)
    .where(and(inArray(merges.customerId, [...memberIds]), sql`${merges.undoneAt} is null`))
    .orderBy(desc(merges.id)),
)

/** The merges of a customer that were undone, the last undone first, at most 50. */
export const listUndoneMerges = query('customers.merge', (ctx, { memberIds }: ViewedGroup): Promise<MergeView[]> =>
  select(ctx)
    .where(and(inArray(merges.customerId, [...memberIds]), isNotNull(merges.undoneAt)))
    .orderBy(desc(merges.undoneAt))
    .limit(UNDONE_MOST),
)

/** One merge of a customer's group that is not undone, or null. */
export const getMerge = query(
  'customers.merge',
  async (ctx, group: ViewedGroup, mergeId: string | undefined): Promise<MergeView | null> => {
    if (!isUuid(mergeId)) return null
    const [found] = await select(ctx).where(
      and(inArray(merges.customerId, [...group.memberIds]), eq(merges.id, mergeId), sql`${merges.undoneAt} is null`),
    )
    return found ?? null
  },
)

/** The id and the name of each absorbed record of a customer. */
export const listRecords = query('customers.merge', async (ctx, { survivorId, memberIds }: ViewedGroup) =>
  ctx.db
    .select({ id: customers.id, name: shownNameOf(customers) })
    .from(customers)
    .where(
      inArray(
        customers.id,
        memberIds.filter((id) => id !== survivorId),
      ),
    )
    .orderBy(customers.id),
)

/** What a record does not contribute: whole parts with the number of their rows, and single rows with their words. */
export type Excluded = { recordId: string; part: MergePart; count: number } | (MergeRow & { part: MergePart })

/** What the absorbed records do not contribute, of the parts that the viewer may see. */
export const listExcluded = query('customers.merge', async (ctx, group: ViewedGroup): Promise<Excluded[]> => {
  const exclusions = await ctx.db
    .select()
    .from(mergeExclusions)
    .where(inArray(mergeExclusions.customerId, [...group.memberIds]))
    .orderBy(mergeExclusions.customerId, mergeExclusions.part)
  const visible = exclusions.filter(({ part }) => ctx.viewer.can(CONTRIBUTIONS[part].permission))
  const whole = visible.filter(({ rowId }) => rowId === WHOLE_PART)
  const single = visible.filter(({ rowId }) => rowId !== WHOLE_PART)
  const counted = await Promise.all(
    whole.map(async ({ customerId, part }) => ({
      recordId: customerId,
      part,
      count: await CONTRIBUTIONS[part].count(ctx, [customerId]),
    })),
  )
  const rows = await listPartRows(ctx, group, [...new Set(single.map(({ part }) => part))], {
    memberIds: group.memberIds,
    ids: (wanted) => single.filter(({ part }) => part === wanted).map(({ rowId }) => rowId),
  })
  return [...counted, ...rows.flatMap(({ part, rows: found }) => found.map((row) => ({ ...row, part })))]
})

/** Whether one row is taken out of the merged customer. */
export const isExcluded = query(
  'customers.merge',
  async ({ db }, { recordId, part, rowId }: { recordId: string; part: MergePart; rowId: string }): Promise<boolean> => {
    const found = await db
      .select({ rowId: mergeExclusions.rowId })
      .from(mergeExclusions)
      .where(
        and(eq(mergeExclusions.customerId, recordId), eq(mergeExclusions.part, part), eq(mergeExclusions.rowId, rowId)),
      )
    return found.length > 0
  },
)
