import { sql, type SQL } from 'drizzle-orm'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { includedIn } from '@/lib/customer-group/included'
import { env } from '@/lib/env'
import { startOfDay } from '@/lib/kernel/company-days'

export type Days = { firstDay: string | null; lastDay: string | null; purchases: number; daysInYear: number }

export type CurrencyFigures = {
  currency: string
  purchases: number
  total: number
  returned: number
  excluded: number
  /** The last day with a purchase that was not returned completely. */
  lastLeft: string | null
  /** How many of them in the days of RFM, and the net value of these days. */
  leftLately: number
  netLately: number
  months: { month: string; purchases: number; net: number }[] | null
}

export type CreditFigures = {
  currency: string
  generated: number
  used: number
  /** The purchases that were paid for in part with credits: their net value, and the credit used in them. */
  salesWithCredit: number
  usedInSales: number
}

export type Figures = { days: Days; currencies: CurrencyFigures[] | null; credits: CreditFigures[] | null }

export type Period = {
  /** The first day of the year. */
  yearFrom: string
  /** The first day of the oldest month of the chart. */
  monthsFrom: string
  /** The first day that frequency and value look back on. */
  latelyFrom: string
}

/**
 * All figures of a group in one statement, which reads each of its tables once. Sums are added up by currency, and only the purchases of the
 * last months get a day, because the conversion to the time zone of the company costs more than the rest.
 */
export const metricsSelect = (group: ViewedGroup, { yearFrom, monthsFrom, latelyFrom }: Period): SQL => {
  const lately = sql`purchased_at >= ${startOfDay(sql`${latelyFrom}::date`)}`
  return sql`
  with counted as materialized (${countedPurchases(group)}),
  daily as materialized (
    select currency, ${dayOf('purchased_at')} as day, count(*) as purchases, sum(net)::bigint as net
    from counted where purchased_at >= ${startOfDay(sql`least(${yearFrom}::date, ${monthsFrom}::date)`)} group by 1, 2),
  monthly as (
    select currency, to_char(day, 'YYYY-MM') as month, sum(purchases) as purchases, sum(net) as net
    from daily where day >= ${monthsFrom}::date group by 1, 2),
  by_currency as (
    select currency, count(*) as purchases, sum(total) as total, sum(returned) as returned, sum(excluded) as excluded,
      min(purchased_at) as first_at, max(purchased_at) as last_at,
      ${dayOf(`max(purchased_at) filter (where ${LEFT})`)} as "lastLeft",
      count(*) filter (where ${sql.raw(LEFT)} and ${lately}) as "leftLately",
      coalesce(sum(net) filter (where ${lately}), 0) as "netLately",
      (select json_agg(json_build_object('month', month, 'purchases', m.purchases, 'net', m.net)) from monthly m
        where m.currency = counted.currency) as months
    from counted group by currency),
  ${credits(group)}
  select
    (select json_build_object('firstDay', ${dayOf('min(first_at)')}, 'lastDay', ${dayOf('max(last_at)')},
      'purchases', coalesce(sum(purchases), 0),
      'daysInYear', (select count(distinct day) from daily
        where day >= ${yearFrom}::date and day < ${yearFrom}::date + interval '1 year')) from by_currency) as days,
    (select json_agg(b order by b.purchases desc, b.currency) from by_currency b) as currencies,
    (select json_agg(c order by c.currency) from credit_figures c) as credits`
}

/** The condition for a purchase that was not returned completely. */
const LEFT = '(net > 0 or returned = 0)'

/** The day of an instant in the time zone of the company. `instant` is a constant of this file. */
const dayOf = (instant: string): SQL => sql`((${sql.raw(instant)}) at time zone ${env().COMPANY_TIME_ZONE})::date`

/** The purchases that were not cancelled, and what is left of each after returns and exclusions. */
function countedPurchases(group: ViewedGroup): SQL {
  const ids = sql`${sql.param([...group.memberIds])}::uuid[]`
  const included = includedIn(group, 'purchases', { customerId: sql.raw('p.customer_id'), id: sql.raw('p.id') })
  const sumOf = (table: string) => sql`(select purchase_id, sum(amount)::bigint as amount
    from ${sql.raw(table)} where customer_id = any(${ids}) group by 1)`
  return sql`
    select p.id, p.currency, p.purchased_at, p.total,
      coalesce(r.amount, 0) as returned, coalesce(e.amount, 0) as excluded,
      p.total - coalesce(r.amount, 0) - coalesce(e.amount, 0) as net
    from purchases p
    left join ${sumOf('purchase_returns')} r on r.purchase_id = p.id
    left join ${sumOf('purchase_exclusions')} e on e.purchase_id = p.id
    where p.customer_id = any(${ids}) and p.situation <> 'cancelled' ${included ? sql`and ${included}` : sql``}`
}

/** Credits of all currencies. A use counts unless its purchase was cancelled. */
function credits({ memberIds }: ViewedGroup): SQL {
  const ids = sql`${sql.param([...memberIds])}::uuid[]`
  return sql`used as (
    select c.currency, u.amount, p.id as purchase_id, p.net
    from credit_uses u
    join credits c on c.customer_id = u.customer_id and c.id = u.credit_id
    left join counted p on p.id = u.purchase_id
    where u.customer_id = any(${ids}) and (u.purchase_id is null or p.id is not null)),
  sales as (select currency, purchase_id, min(net) as net, sum(amount) as used from used
    where purchase_id is not null group by 1, 2),
  credit_figures as (
    select g.currency, g.generated,
      coalesce((select sum(amount) from used u where u.currency = g.currency), 0) as used,
      coalesce((select sum(net) from sales s where s.currency = g.currency), 0) as "salesWithCredit",
      coalesce((select sum(used) from sales s where s.currency = g.currency), 0) as "usedInSales"
    from (select currency, sum(amount) as generated from credits where customer_id = any(${ids}) group by currency) g)`
}
