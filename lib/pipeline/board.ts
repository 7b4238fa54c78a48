import { sql, type SQL } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { customers } from '@/db/schema'
import type { Viewer } from '@/lib/access/viewer'
import { SHOWN_MAX } from '@/lib/contributions/counts'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import type { Ctx } from '@/lib/kernel/context'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { isInstant } from '@/lib/values/instants'
import { type PendingChange, pendingChangeOf } from './pending'
import { type PipelineStatus, PIPELINE_STATUSES } from './position'

const CARDS = 20

/** Which customers of a seller a list shows. */
export type BoardFilter = {
  sellerId: string
  status?: PipelineStatus | undefined
  subStatusId?: string | undefined
}

export type BoardRow = {
  id: string
  name: string
  status: PipelineStatus
  subStatusId: string | null
  subStatus: string | null
  /** The last change of status, else the creation. */
  since: Date
  pending: PendingChange | null
}

type Row = Omit<BoardRow, 'since'> & { since: string }

/** Sellers, and users who see only their assigned customers, may open their own board only. All other users may open any board. */
export const maySeeBoardOf = ({ role, scope, userId }: Viewer, sellerId: string): boolean =>
  sellerId === userId || (role !== 'seller' && scope.kind !== 'own')

/** The instant as text with its microseconds, which a `Date` would lose. */
const SINCE = sql.raw('coalesce(customers.pipeline_changed_at, customers.created_at)')
const SINCE_TEXT = sql`to_char(${SINCE} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/**
 * Lists a seller's customers within the viewer's scope, 20 a page, by the time of their last change of status, newest first. It reads one
 * bounded range of an index for each status, and for each store if the viewer sees some stores only (docs/decisions/035-pipeline.md). A
 * malformed cursor means the first page.
 */
export const listBoard = query(
  'customers.read',
  async (ctx, filter: BoardFilter, cursor?: string): Promise<{ rows: BoardRow[]; nextCursor: string | null }> => {
    if (!maySeeBoardOf(ctx.viewer, filter.sellerId)) return { rows: [], nextCursor: null }
    const found = await readRows<Row>(
      ctx.db,
      sql`select customers.id, ${shownNameOf(customers)} as name, customers.pipeline_status as status,
          customers.pipeline_sub_status_id as "subStatusId", n.name as "subStatus", ${SINCE_TEXT} as since,
          ${pendingChangeOf(sql.raw('customers.id'))} as pending
        from (${ranges(ctx, filter, { after: afterCursor(cursor), limit: CARDS + 1 })}) page
        join customers on customers.id = page.id
        left join pipeline_sub_statuses n on n.id = customers.pipeline_sub_status_id
        order by ${SINCE} desc, customers.id desc`,
    )
    const { page, nextCursor } = pageOf(found, CARDS, ({ since, id }) => `${since}_${id}`)
    return { rows: page.map(({ since, ...row }) => ({ ...row, since: new Date(since) })), nextCursor }
  },
)

/** How many customers of a seller each status has, counted up to `SHOWN_MAX`. */
export const countBoard = query(
  'customers.read',
  async (ctx, sellerId: string): Promise<Record<PipelineStatus, number>> => {
    const counts = PIPELINE_STATUSES.map(async (status) => {
      if (!maySeeBoardOf(ctx.viewer, sellerId)) return [status, 0] as const
      const rows = ranges(ctx, { sellerId, status }, { limit: SHOWN_MAX })
      const [row] = await readRows<{ count: number }>(ctx.db, sql`select count(*)::int as count from (${rows}) few`)
      return [status, row!.count] as const
    })
    return Object.fromEntries(await Promise.all(counts)) as Record<PipelineStatus, number>
  },
)

type Range = { after?: SQL | undefined; limit: number }

/** The ids of the first customers of a filter, in the order of the board. It merges the first customers of each status and store. */
function ranges({ viewer }: Ctx, { sellerId, status, subStatusId }: BoardFilter, { after, limit }: Range): SQL {
  const statuses = sql.param(status ? [status] : [...PIPELINE_STATUSES])
  const ofStores = viewer.scope.kind === 'stores'
  const stores = sql`cross join unnest(${sql.param(viewer.scope.kind === 'stores' ? viewer.scope.storeIds : [])}::uuid[]) s (store_id)`
  return sql`select found.id from unnest(${statuses}::text[]) p (status) ${ofStores ? stores : sql``}
    cross join lateral (
      select customers.id, ${SINCE} as since from customers
      where customers.survivor_id is null and customers.assigned_user_id = ${sellerId} and customers.pipeline_status = p.status
        ${ofStores ? sql`and customers.store_id = s.store_id` : sql``}
        ${subStatusId ? sql`and customers.pipeline_sub_status_id = ${subStatusId}` : sql``}
        ${after ? sql`and (${SINCE}, customers.id) < ${after}` : sql``}
      order by ${SINCE} desc, customers.id desc limit ${limit}
    ) found order by found.since desc, found.id desc limit ${limit}`
}

function afterCursor(cursor: string | undefined): SQL | undefined {
  const [since, id] = cursor?.split('_') ?? []
  return isInstant(since) && isUuid(id) ? sql`(${since}::timestamptz, ${id}::uuid)` : undefined
}
