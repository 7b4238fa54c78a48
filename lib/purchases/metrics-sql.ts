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
  /** The number of such purchases and the net value of all purchases within the last `RFM_DAYS` days. */
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

/** The months of the chart, the current one included. */
export const CHART_MONTHS = 12

export type Period = {
  /** The first day of the year. */
  yearFrom: string
  /** The first day of the oldest month of the chart. */
  monthsFrom: string
  /** The first day that frequency and value look back on. */
  latelyFrom: string
}

/**
 * All figures of a group in one statement. Purchases are added up once, by currency and month of the chart; what follows reads these few
 * sums. Months are found by their first instants, because the conversion of every instant to the time zone of the company costs more than
 * the rest.
 */
export const metricsSelect = (group: ViewedGroup, { yearFrom, monthsFrom, latelyFrom }: Period): SQL => sql`
  with counted as (${countedPurchases(group)}),
  sums as materialized (
    select currency, width_bucket(purchased_at, (select array_agg(${startOfMonth(monthsFrom)} order by n)
        from generate_series(0, ${CHART_MONTHS}) n)) as month,
      purchased_at >= ${startOfDay(sql`${latelyFrom}::date`)} as lately, count(*) as purchases, sum(total) as total,
      sum(returned) as returned, sum(excluded) as excluded, sum(net) as net, count(*) filter (where ${LEFT}) as left_over,
      max(purchased_at) filter (where ${LEFT}) as last_left, min(purchased_at) as first_at, max(purchased_at) as last_at
    from counted group by 1, 2, 3),
  monthly as (
    select currency, to_char(${monthsFrom}::date + (month - 1) * interval '1 month', 'YYYY-MM') as month,
      sum(purchases) as purchases, sum(net) as net
    from sums where month between 1 and ${CHART_MONTHS} group by 1, 2),
  by_currency as (
    select currency, sum(purchases) as purchases, sum(total) as total, sum(returned) as returned, sum(excluded) as excluded,
      min(first_at) as first_at, max(last_at) as last_at, ${dayOf('max(last_left)')} as "lastLeft",
      coalesce(sum(left_over) filter (where lately), 0) as "leftLately",
      coalesce(sum(net) filter (where lately), 0) as "netLately",
      (select json_agg(json_build_object('month', month, 'purchases', m.purchases, 'net', m.net)) from monthly m
        where m.currency = sums.currency) as months
    from sums group by currency),
  ${credits(group)}
  select
    (select json_build_object('firstDay', ${dayOf('min(first_at)')}, 'lastDay', ${dayOf('max(last_at)')},
      'purchases', coalesce(sum(purchases), 0), 'daysInYear', (${daysInYear(group, yearFrom)})) from by_currency) as days,
    (select json_agg(b order by b.purchases desc, b.currency) from by_currency b) as currencies,
    (select json_agg(c order by c.currency) from credit_figures c) as credits`

/** The condition for a purchase that was not returned completely. */
const LEFT = sql.raw('net > 0 or returned = 0')

/** The first instant of the month `n` months after another one. */
const startOfMonth = (monthsFrom: string): SQL => startOfDay(sql`(${monthsFrom}::date + n * interval '1 month')::date`)

/** The day of an instant in the time zone of the company. `instant` is a constant of this file. */
const dayOf = (instant: string): SQL => sql`((${sql.raw(instant)}) at time zone ${env().COMPANY_TIME_ZONE})::date`

const idsOf = ({ memberIds }: ViewedGroup): SQL => sql`${sql.param([...memberIds])}::uuid[]`

/** The purchases `p` of the group that were not cancelled. */
function areCounted(group: ViewedGroup): SQL {
  const included = includedIn(group, 'purchases', { customerId: sql.raw('p.customer_id'), id: sql.raw('p.id') })
  return sql`p.customer_id = any(${idsOf(group)}) and p.situation <> 'cancelled' ${included ? sql`and ${included}` : sql``}`
}

/** These purchases, and what is left of each after returns and exclusions. */
function countedPurchases(group: ViewedGroup): SQL {
  const sumOf = (table: string) => sql`(select purchase_id, sum(amount)::bigint as amount
    from ${sql.raw(table)} where customer_id = any(${idsOf(group)}) group by 1)`
  return sql`
    select p.currency::text collate "C" as currency, p.purchased_at, p.total, coalesce(r.amount, 0) as returned, coalesce(e.amount, 0) as excluded,
      p.total - coalesce(r.amount, 0) - coalesce(e.amount, 0) as net
    from purchases p
    left join ${sumOf('purchase_returns')} r on r.purchase_id = p.id
    left join ${sumOf('purchase_exclusions')} e on e.purchase_id = p.id
    where ${areCounted(group)}`
}

/** On how many days of a year there is a purchase. */
const daysInYear = (group: ViewedGroup, yearFrom: string): SQL => sql`
  select count(distinct ${dayOf('p.purchased_at')}) from purchases p where ${areCounted(group)}
    and p.purchased_at >= ${startOfDay(sql`${yearFrom}::date`)}
    and p.purchased_at < ${startOfDay(sql`(${yearFrom}::date + interval '1 year')::date`)}`

/**
 * Credits of all currencies. A use counts unless its purchase was cancelled. The purchase of each use is looked up by its key, because the
 * planner does not know how many purchases a group has.
 */
function credits(group: ViewedGroup): SQL {
  const ids = idsOf(group)
  const sumOf = (table: string) => sql`coalesce((select sum(amount)::bigint from ${sql.raw(table)} part
    where part.customer_id = p.customer_id and part.purchase_id = p.id), 0)`
  return sql`used as (
    select c.currency, u.amount, bought.id as purchase_id, bought.net
    from credit_uses u
    join credits c on c.customer_id = u.customer_id and c.id = u.credit_id
    left join lateral (
      select p.id, p.total - ${sumOf('purchase_returns')} - ${sumOf('purchase_exclusions')} as net
      from purchases p where ${areCounted(group)} and p.id = u.purchase_id limit 1) bought on true
    where u.customer_id = any(${ids}) and (u.purchase_id is null or bought.id is not null)),
  sales as (select currency, purchase_id, min(net) as net, sum(amount) as used from used
    where purchase_id is not null group by 1, 2),
  credit_figures as (
    select g.currency, g.generated,
      coalesce((select sum(amount) from used u where u.currency = g.currency), 0) as used,
      coalesce((select sum(net) from sales s where s.currency = g.currency), 0) as "salesWithCredit",
      coalesce((select sum(used) from sales s where s.currency = g.currency), 0) as "usedInSales"
    from (select currency, sum(amount) as generated from credits where customer_id = any(${ids}) group by currency) g)`
}
