import { and, asc, isNull, sql } from 'drizzle-orm'
import { users } from '@/db/schema'
import { query } from '@/lib/kernel/query'
import { maySeeBoardOf } from './board'

const SELLERS_MAX = 500

type Seller = { id: string; name: string }

/** A scalar subquery, so that Postgres probes the index once for each user and never reads all customers. */
const hasCustomers = sql<boolean>`coalesce((select true from customers c
  where c.survivor_id is null and c.assigned_user_id = users.id limit 1), false)`

/**
 * The sellers with a board that the viewer may open, at most 500; the page opens the first one by default. A viewer with customers is first, then
 * the other active users with customers, by name. A viewer without customers is last.
 */
export const listSellers = query('customers.read', async (ctx): Promise<Seller[]> => {
  const { userId, name } = ctx.viewer
  const found = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(isNull(users.deactivatedAt), hasCustomers))
    .orderBy(asc(users.name), asc(users.id))
    .limit(SELLERS_MAX)
  const own = { id: userId, name }
  const others = found.filter(({ id }) => id !== userId && maySeeBoardOf(ctx.viewer, id))
  return found.some(({ id }) => id === userId) ? [own, ...others] : [...others, own]
})
