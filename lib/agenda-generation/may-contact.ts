import { sql, type SQL } from 'drizzle-orm'
import { startOfDay } from '@/lib/kernel/company-days'

/**
 * The newest consent of the customer of a row `m (root, ids)` to promotions through the agenda, as `consent (accepted, at)`: the strictest
 * of the newest entries of all records. `accepted` is null without an entry.
 */
export const NEWEST_CONSENT = sql`lateral (select bool_and(newest.action = 'accepted') as accepted, max(newest.at) as at
  from unnest(m.ids) record (id) cross join lateral (select c.action, c.at from consents c where c.customer_id = record.id
    and c.preference = 'agenda' and c.purpose = 'marketing' order by c.id desc limit 1) newest) consent`

/**
 * The customer accepted promotions through the agenda and has a phone that may be called: what `canContact` answers for the agenda and
 * marketing (lib/contact-policy), as SQL over many customers. A test compares the two.
 */
export const MAY_CONTACT = sql`consent.accepted is true and coalesce((select true from contact_points p
  where p.customer_id = any(m.ids) and p.channel in ('mobile', 'landline') and p.retired_at is null
    and coalesce((select false from merge_exclusions x where x.customer_id = p.customer_id and x.part = 'contacts'
      and x.row_id in ('00000000-0000-0000-0000-000000000000', p.id) limit 1), true)
    and coalesce((select false from contact_points o where o.customer_id = any(m.ids) and o.channel = p.channel
      and o.normalized = p.normalized and o.blocked_at is not null limit 1), true)
    and coalesce((select false from suppressions s where p.channel = 'mobile' and s.channel = 'sms'
      and s.address_hash = sha256(convert_to(p.normalized, 'UTF8')) and (s.reason <> 'unsubscribed' or consent.at <= s.at) limit 1), true)
  limit 1), false)`

/** No store has reached the customer in the last days, so that they are not contacted too often. Zero days: always true. */
export const outsideBlackout = (blackoutDays: number, day: string): SQL =>
  blackoutDays === 0
    ? sql`true`
    : sql`coalesce((select false from agenda_interactions i where i.customer_id = any(m.ids) and i.situation = 'success'
        and i.started_at >= ${startOfDay(sql`${day}::date - ${blackoutDays}::int + 1`)} limit 1), true)`
