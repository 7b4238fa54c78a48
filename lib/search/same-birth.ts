import { and, eq, sql } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { listByIds, type Listed } from './hits'

/** How many customers of one name are looked through: the commonest full names have more. */
const NAMESAKES_MAX = 2000
const SAME_BIRTH_MAX = 3

/** Customers in the viewer's scope with this name, apart from accents and particles, who were born on this day; at most three. */
export const listSameBirth = query(
  'customers.read',
  async (ctx: Ctx, { name, birthOn }: { name: string; birthOn: string }): Promise<Listed[]> => {
    const namesakes = sql`(select n.customer_id from customer_names n where n.name_key = name_key(${name}) limit ${sql.raw(String(NAMESAKES_MAX))})`
    const rows = await ctx.db
      .select({ id: customers.id })
      .from(customers)
      .where(
        and(
          sql`${customers.id} in ${namesakes}`,
          eq(customers.birthOn, birthOn),
          sql`${customers.survivorId} is null`,
          scopedTo(ctx.viewer),
        ),
      )
      .limit(SAME_BIRTH_MAX)
    return listByIds(
      ctx,
      rows.map(({ id }) => id),
    )
  },
)
