import { sql } from 'drizzle-orm'
import type { GroupCount } from '@/lib/contributions/counts'

/** Interactions of real sends, from the totals that are written with them: the cost does not grow with their number. */
export const countInteractions: GroupCount = (memberIds) =>
  sql<number>`(select coalesce(sum(i.times), 0) from interaction_totals i where not i.test and i.customer_id = any(${memberIds}))`
