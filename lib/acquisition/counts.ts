import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'
import { includedAmong } from '@/lib/customer-group/included'

export const countTouches: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from acquisition_touches a where a.customer_id = any(${memberIds})
    and ${includedAmong(memberIds, 'acquisition', 'a')}`)
