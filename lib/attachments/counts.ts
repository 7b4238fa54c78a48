import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'
import { includedAmong } from '@/lib/customer-group/included'

/** The attachments that were not deleted. */
export const countAttachments: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from attachments a where a.customer_id = any(${memberIds}) and a.retired_at is null
    and ${includedAmong(memberIds, 'attachments', 'a')}`)
