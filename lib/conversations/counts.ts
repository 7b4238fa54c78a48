import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'

export const countConversations: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from conversations c where c.customer_id = any(${memberIds})`)
