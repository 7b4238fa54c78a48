import { sql } from 'drizzle-orm'
import { includedAmong } from '@/lib/customer-group/included'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'

export const countNotes: GroupCount = (memberIds) =>
  countUpToMax(
    sql`select 1 from notes n where n.customer_id = any(${memberIds}) and ${includedAmong(memberIds, 'notes', 'n')}`,
  )
