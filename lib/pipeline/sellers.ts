import { and, asc, isNull, sql, type SQL } from 'drizzle-orm'
import { users } from '@/db/schema'
import type { Viewer } from '@/lib/access/viewer'
import { query } from '@/lib/kernel/query'
import { maySeeBoardOf } from './board'

const SELLERS_MAX = 500

type Seller = { id: string; name: string }

/**
 * Whether a user has customers that the viewer may see: the names of other users would say who works for other stores. It is a scalar
 * subquery, so that Postgres probes an index once for each user and never reads all customers.
 */
function hasVisibleCustomers({ scope }: Viewer): SQL<boolean> {
  const inScope = scope.kind === 'stores' ? sql`and c.store_id = any(${sql.param(scope.storeIds)}::uuid[])` : sql``
  return sql<boolean>`coalesce((select true from customers c
    where c.survivor_id is null and c.assigned_user_id = users.id ${inScope} limit 1), false)`
}

/**
 * The sellers with a board that the viewer may open, at most 500; the page opens the first one by default. A viewer with customers is
 * first, then the other active users with customers in the viewer's scope, by name. A viewer without customers is last.
 */
export const listSellers = query('customers.read', async (ctx): Promise<Seller[]> => {
  const { userId, name } = ctx.viewer
  const found = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(isNull(users.deactivatedAt), hasVisibleCustomers(ctx.viewer)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(SELLERS_MAX)
  const own = { id: userId, name }
  const others = found.filter(({ id }) => id !== userId && maySeeBoardOf(ctx.viewer, id))
  return found.some(({ id }) => id === userId) ? [own, ...others] : [...others, own]
})
