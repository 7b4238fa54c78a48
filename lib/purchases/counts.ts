import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'
import { includedAmong } from '@/lib/customer-group/included'

/** The purchases that were not cancelled. */
export const countPurchases: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from purchases p where p.customer_id = any(${memberIds}) and p.situation <> 'cancelled'
    and ${includedAmong(memberIds, 'purchases', 'p')}`)
