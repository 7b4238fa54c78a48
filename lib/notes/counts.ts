import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'

export const countNotes: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from notes n where n.customer_id = any(${memberIds})`)
