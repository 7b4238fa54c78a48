import { sql, type SQL } from 'drizzle-orm'
import { env } from '@/lib/env'
import { startOfDay } from '@/lib/kernel/company-days'
import type { AgendaSettings } from '@/lib/agenda/settings/get'
import type { Period } from './period'

/** The report counts the contacts of these stores and, with a `sellerId`, of this seller only. */
export type ReportScope = { storeIds: readonly string[]; sellerId: string | null }

type Question = ReportScope & Period & Pick<AgendaSettings, 'influenceDays'>

const inScope = ({ storeIds, sellerId }: ReportScope, row: SQL) =>
  sql`${row}.store_id = any(${sql.param([...storeIds])}::uuid[]) ${sellerId ? sql`and ${row}.seller_id = ${sellerId}::uuid` : sql``}`

const inPeriod = ({ from, to }: Period, column: SQL) =>
  sql`${column} >= ${startOfDay(sql`${from}::date`)} and ${column} < ${startOfDay(sql`${to}::date + 1`)}`

/** The contacts of a report: interactions that began in the period. */
export const contactsOf = (question: ReportScope & Period): SQL => sql`select i.* from agenda_interactions i
  where ${inScope(question, sql.raw('i'))} and ${inPeriod(question, sql.raw('i.started_at'))}`

/** The reasons of a report: those that were created in the period. */
export const reasonsOf = (question: ReportScope & Period): SQL => sql`select r.* from agenda_reasons r
  where ${inScope(question, sql.raw('r'))} and ${inPeriod(question, sql.raw('r.created_at'))}`

/**
 * The influenced sales (B8) of the successful contacts of a report, one row for each purchase: after the contact, until the end of the n-th
 * day after it, and before the next successful contact with the customer by anybody. So a purchase belongs to one contact at most, the last
 * one before it. Cancelled purchases and those that were returned completely do not count. `net`: the total without returns and exclusions.
 */
export function influencedSales(question: Question): SQL {
  const lastDay = sql`(i.started_at at time zone ${env().COMPANY_TIME_ZONE})::date + ${question.influenceDays}::int`
  return sql`select i.store_id, i.seller_id, i.customer_id as contact_customer_id, i.id as interaction_id, i.means, i.started_at,
      g.root as customer_id, p.customer_id as purchase_customer_id, p.id as purchase_id, p.external_id, p.purchased_at, p.currency, p.net
    from (${contactsOf(question)}) i
    join customers m on m.id = i.customer_id
    cross join lateral (select coalesce(m.survivor_id, m.id) as root) g
    cross join lateral (select array(select x.id from customers x where x.id = g.root or x.survivor_id = g.root) as ids offset 0) members
    cross join lateral (select least(${startOfDay(sql`${lastDay} + 1`)}, (select n.started_at from agenda_interactions n
      where n.customer_id = any(members.ids) and n.situation = 'success' and (n.started_at, n.id) > (i.started_at, i.id)
      order by n.started_at, n.id limit 1)) as until) influence
    cross join lateral (select p.*, p.total - r.amount - e.amount as net, r.amount as returned
      from purchases p
      cross join lateral (select coalesce(sum(x.amount), 0) as amount from purchase_returns x
        where x.customer_id = p.customer_id and x.purchase_id = p.id) r
      cross join lateral (select coalesce(sum(x.amount), 0) as amount from purchase_exclusions x
        where x.customer_id = p.customer_id and x.purchase_id = p.id) e
      where p.customer_id = any(members.ids) and p.situation <> 'cancelled'
        and p.purchased_at >= i.started_at and p.purchased_at < influence.until) p
    where i.situation = 'success' and (p.net > 0 or p.returned = 0)`
}
