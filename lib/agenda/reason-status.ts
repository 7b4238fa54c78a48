import { sql, type SQL } from 'drizzle-orm'
import type { AGENDA_REASON_STATUSES } from '@/db/schema/agenda'
import { creditUsed } from '@/lib/customer-group/credit-used'
import { startOfDay } from '@/lib/kernel/company-days'

export type ReasonStatus = (typeof AGENDA_REASON_STATUSES)[number]

/** The cause that other systems report when a credit has no balance any more. The database stores their text; pages show a label. */
export const CREDIT_GONE = 'API GIFTBACK Débito/Sem Status'
const CONSENT_CANCELLED = 'consent_cancelled'
const SAME_REASON = 'same_reason'

/** The label in the texts of each cause that the system records. */
const CAUSE_LABELS = {
  [CREDIT_GONE]: 'credit_gone',
  [CONSENT_CANCELLED]: 'consent_cancelled',
  [SAME_REASON]: 'same_reason',
} as const

/** The key of the label of a cause that a system recorded. */
export const causeLabel = (cause: string): (typeof CAUSE_LABELS)[keyof typeof CAUSE_LABELS] | 'other_system' =>
  CAUSE_LABELS[cause as keyof typeof CAUSE_LABELS] ?? 'other_system'

/** The records of the customer of a row `r`: the survivor and the ones merged into it. */
const MEMBERS = sql.raw(`(select m.id from customers m, (select coalesce(o.survivor_id, o.id) as root from customers o
  where o.id = r.customer_id) of_row where m.id = of_row.root or m.survivor_id = of_row.root)`)

/** Interactions in which somebody reached the customer, or still tries to. */
const CONTACTED = sql.raw(`i.situation not in ('no_answer', 'invalid_number')`)

/** The customer bought in the period of the reason, and nobody had contacted them since it was created. */
const hasReturned =
  (): SQL => sql`coalesce((select true from purchases p where p.customer_id in ${MEMBERS} and p.situation <> 'cancelled'
  and p.purchased_at > r.created_at and p.purchased_at < ${startOfDay(sql`r.closes_on + 1`)}
  and coalesce((select false from agenda_interactions i where i.customer_id in ${MEMBERS} and i.started_at >= r.created_at
    and i.started_at <= p.purchased_at and ${CONTACTED} limit 1), true) limit 1), false)`

/** The newest entry of one of the customer's records refuses promotions through the agenda. */
const HAS_REFUSED = sql`coalesce((select true from ${MEMBERS} member (id) where (select c.action from consents c
  where c.customer_id = member.id and c.preference = 'agenda' and c.purpose = 'marketing' order by c.id desc limit 1) = 'cancelled' limit 1), false)`

/** No credit that expires on the day of the reason has a balance. */
const CREDIT_IS_GONE = sql`(r.kind = 'credit_expiring' and coalesce((select false from credits c where c.customer_id in ${MEMBERS}
  and c.expires_on = r.period::date and c.amount > ${creditUsed(sql`in ${MEMBERS}`)} limit 1), true))`

/** Two records of one customer were merged, and each had the same reason: the older one counts. */
const IS_REPEATED = sql`coalesce((select true from agenda_reasons o where o.customer_id in ${MEMBERS} and o.customer_id <> r.customer_id
  and o.rule_id = r.rule_id and o.period = r.period
  and (o.status = 'done' or (o.status = 'pending' and (o.created_at, o.id) < (r.created_at, r.id))) limit 1), false)`

/** A contact for the reason is under way. */
const IS_UNDER_WAY =
  sql.raw(`coalesce((select true from agenda_interactions i where i.customer_id = r.customer_id and i.reason_id = r.id
  and i.situation = 'open' limit 1), false)`)

/**
 * The status of a reason, of a row `r` of `agenda_reasons`. A pending reason may have ended already; a job stores its final status later,
 * once. `today` is the day in the company's time zone.
 */
export const currentStatus = (today: string): SQL<ReasonStatus> => sql<ReasonStatus>`case
  when r.status <> 'pending' then r.status
  when ${hasReturned()} then 'returned'
  when ${HAS_REFUSED} or ${CREDIT_IS_GONE} or ${IS_REPEATED} then 'cancelled'
  when r.closes_on < ${today}::date and not ${IS_UNDER_WAY} then 'lost'
  else 'pending' end`

/** The cause of a cancellation: that of a person, or what other systems report. Null for any other status. */
export const currentCause = (): SQL<string | null> => sql<string | null>`case
  when r.status <> 'pending' then r.cancel_cause
  when ${hasReturned()} then null
  when ${HAS_REFUSED} then ${CONSENT_CANCELLED}
  when ${CREDIT_IS_GONE} then ${CREDIT_GONE}
  when ${IS_REPEATED} then ${SAME_REASON} end`
