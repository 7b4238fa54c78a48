import { sql } from 'drizzle-orm'
import type { GroupCount } from '@/lib/contributions/counts'
import { isIncluded } from '@/lib/customer-group/included'

/** Live contact values. A value that several merged records share counts once. */
export const countContacts: GroupCount = (memberIds) => sql<number>`(case when cardinality(${memberIds}) = 1
  then (select count(*) from contact_points p where p.customer_id = (${memberIds})[1] and p.retired_at is null)
  else (select count(distinct (p.channel, p.normalized)) from contact_points p
    where p.customer_id = any(${memberIds}) and p.retired_at is null
      and ${isIncluded('contacts', { customerId: sql.raw('p.customer_id'), id: sql.raw('p.id') })}) end)`
