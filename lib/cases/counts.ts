import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'
import { includedAmong } from '@/lib/customer-group/included'

/** The open cases. */
export const countCases: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from cases c where c.customer_id = any(${memberIds}) and c.closed_at is null
    and ${includedAmong(memberIds, 'cases', 'c')}`)
