import { asc, eq } from 'drizzle-orm'
import { pipelineSubStatuses } from '@/db/schema'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'

export type SubStatus = Pick<
  typeof pipelineSubStatuses.$inferSelect,
  'id' | 'status' | 'name' | 'place' | 'retiredAt' | 'version'
>

/** How many sub-statuses there can be. */
export const SUB_STATUSES_MAX = 100

/** All sub-statuses in their order, retired ones included: a customer may still have one. There are `SUB_STATUSES_MAX` at most. */
export const listSubStatuses = query('customers.read', async (ctx): Promise<SubStatus[]> =>
  ctx.db
    .select({
      id: pipelineSubStatuses.id,
      status: pipelineSubStatuses.status,
      name: pipelineSubStatuses.name,
      place: pipelineSubStatuses.place,
      retiredAt: pipelineSubStatuses.retiredAt,
      version: pipelineSubStatuses.version,
    })
    .from(pipelineSubStatuses)
    .orderBy(asc(pipelineSubStatuses.place), asc(pipelineSubStatuses.id))
    .limit(SUB_STATUSES_MAX),
)

/** One sub-status, or null. */
export const getSubStatus = query(
  'pipeline.configure',
  async (ctx, subStatusId: string | undefined): Promise<SubStatus | null> => {
    if (!isUuid(subStatusId)) return null
    const [found] = await ctx.db.select().from(pipelineSubStatuses).where(eq(pipelineSubStatuses.id, subStatusId))
    return found ?? null
  },
)
