import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'

export const countDocuments: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from documents d where d.customer_id = any(${memberIds})`)
