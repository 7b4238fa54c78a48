import { sql } from 'drizzle-orm'
import { countUpToMax, type GroupCount } from '@/lib/contributions/counts'

/** Counts open reminders, and pending reasons until their last day is over in every time zone. */
export const countAgenda: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from agenda_reasons r where r.customer_id = any(${memberIds}) and r.status = 'pending'
    and r.closes_on >= current_date - 1
    union all select 1 from reminders r where r.customer_id = any(${memberIds}) and r.status = 'open'`)

/** The reservations that wait for the customer's confirmation. */
export const countReservations: GroupCount = (memberIds) =>
  countUpToMax(sql`select 1 from reservations r where r.customer_id = any(${memberIds}) and r.status = 'waiting'`)
