import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'

export const countAcceptances: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from acceptances a where a.customer_id = any(${memberIds})`)
