import { sql, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { scopedTo } from '@/lib/access/scope'
import type { ViewedGroup } from '@/lib/customer-group/group'

/** False where the customer is out of the viewer's scope: its rows then look absent. */
export function isVisible(ctx: Ctx, { survivorId: id }: ViewedGroup): SQL {
  const scope = scopedTo(ctx.viewer)
  return sql`exists (select 1 from ${customers} where ${customers.id} = ${id}${scope ? sql` and ${scope}` : sql``})`
}

/** Sends of tried-out journeys are rows apart in every index: with them there are two ranges to read. */
export const trials = (test: boolean): boolean[] => (test ? [false, true] : [false])
