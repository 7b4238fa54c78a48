import { sql, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { scopedTo } from '@/lib/access/scope'
import type { CustomerGroup } from '@/lib/customer-group/group'

/** An SQL condition: the customer is within the viewer's scope. Outside of it, its rows look absent. */
export function isVisible(ctx: Ctx, { survivorId: id }: Pick<CustomerGroup, 'survivorId'>): SQL {
  const scope = scopedTo(ctx.viewer)
  return sql`exists (select 1 from ${customers} where ${customers.id} = ${id}${scope ? sql` and ${scope}` : sql``})`
}

/** Every index separates test sends from real ones, so including them means reading two ranges. */
export const trials = (test: boolean): boolean[] => (test ? [false, true] : [false])
