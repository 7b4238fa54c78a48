import { sql } from 'drizzle-orm'
import { survivorIdAs } from '@/lib/customer-group/scope'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'
import { includedAmong } from '@/lib/customer-group/included'

/** The customers who are related to any record of the customer, without the customer's own records. */
export const countRelated: GroupCount = (memberIds) =>
  countUpToMax(sql`select distinct ${survivorIdAs('o')} from relationships r join customers o on o.id = r.other_customer_id
    where r.customer_id = any(${memberIds}) and r.removed_at is null and r.other_customer_id <> all(${memberIds})
    and ${includedAmong(memberIds, 'relationships', 'r', 'other_customer_id')}`)
