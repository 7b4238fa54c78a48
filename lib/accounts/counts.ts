import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'
import { includedAmong } from '@/lib/customer-group/included'

/** The linked accounts. */
export const countAccounts: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from accounts a where a.customer_id = any(${memberIds}) and a.unlinked_at is null
    and ${includedAmong(memberIds, 'accounts', 'a')}`)
