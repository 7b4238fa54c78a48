import { sql } from 'drizzle-orm'
import type { GroupCount } from '@/lib/contributions/counts'

/** The number of interactions, without test sends. Read from the totals, so the cost does not grow with the number. */
export const countInteractions: GroupCount = (memberIds) =>
  sql<number>`(select coalesce(sum(i.times), 0) from interaction_totals i where not i.test and i.customer_id = any(${memberIds}))`
