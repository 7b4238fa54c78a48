import { sql, type SQL } from 'drizzle-orm'
import type { AgendaRule } from '@/lib/agenda/rules'
import { creditUsed } from '@/lib/customer-group/credit-used'
import { filterCondition } from '@/lib/reports/customer-filter/condition'
import { reportOf } from '@/lib/reports/customer-filter/schema'

/** The day of a run in the company's time zone, and its moment. */
export type Run = { day: string; now: Date }

/**
 * A SELECT of the occasions of a rule among the customers of a batch: `rule_id`, `root` (the customer), `period`, `due_on`, `closes_on` and
 * `credit` (a JSON array, or null). It reads the common tables `batch`, `members` and `latest` of `selectDue`. Null for a rule without
 * customers.
 */
export function occasionsOf(rule: AgendaRule, run: Run): SQL | null {
  const select = SELECTS[rule.kind](rule, run)
  if (!select) return null
  const closesOn = sql`occasion.due_on + ${rule.openDays}::int - 1`
  return sql`select ${rule.id}::uuid as rule_id, occasion.root, occasion.period, occasion.due_on,
      least(${closesOn}, occasion.until) as closes_on, occasion.credit
    from (${select}) occasion (root, period, due_on, until, credit)
    where occasion.due_on <= ${run.day}::date and least(${closesOn}, occasion.until) >= ${run.day}::date`
}

type Select = (rule: AgendaRule, run: Run) => SQL | null

const NO_LIMIT = sql.raw(`'infinity'::date`)

const SELECTS: Record<AgendaRule['kind'], Select> = {
  /** A birthday on 29 February is on the 28th in other years: an interval of years ends on the last day of the month. */
  birthday: ({ days }, { day }) => sql`select b.id, y.year::text,
      (b.birth_on + make_interval(years => y.year - extract(year from b.birth_on)::int))::date - ${days}::int, ${NO_LIMIT}, null::jsonb
    from batch b, generate_series(extract(year from ${day}::date)::int - 1, extract(year from ${day}::date)::int + 1) y (year)
    where b.birth_on is not null and b.kind = 'person'`,

  after_purchase: ({ days }) =>
    sql`select l.root, l.bought_on::text, l.bought_on + ${days}::int, ${NO_LIMIT}, null::jsonb from latest l`,

  /** One occasion each time that many days have passed again without a purchase. */
  no_purchase: (
    { days },
    { day },
  ) => sql`select l.root, l.bought_on || '/' || step.number, l.bought_on + step.number * ${days}::int,
      ${NO_LIMIT}, null::jsonb
    from latest l, lateral (select (${day}::date - l.bought_on) / ${days}::int as number) step where step.number > 0`,

  /**
   * All credits of a customer that expire on the same day are one occasion, with a sum for each currency. OFFSET 0 makes Postgres look up
   * the credits of each record.
   */
  credit_expiring: (
    { days },
    { day },
  ) => sql`select k.root, k.expires_on::text, k.expires_on - ${days}::int, k.expires_on,
      jsonb_agg(jsonb_build_object('currency', k.currency, 'amount', k.amount) order by k.currency)
    from (select m.root, c.expires_on, c.currency, sum(c.amount - c.used) as amount
      from members m, unnest(m.ids) record (id), lateral (select c.expires_on, c.currency, c.amount,
        ${creditUsed(sql`= any(m.ids)`)} as used from credits c
        where c.customer_id = record.id and c.expires_on between ${day}::date and ${day}::date + ${days}::int offset 0) c
      where c.amount > c.used group by 1, 2, 3) k
    group by k.root, k.expires_on`,

  /** A campaign gives each of its customers one reason. */
  campaign: ({ filter }, { day, now }) => {
    const report = filter && reportOf(filter)
    if (!report) return null
    return sql`select customers.id, 'campaign', ${day}::date, ${NO_LIMIT}, null::jsonb from customers join batch on batch.id = customers.id
      where ${filterCondition(report.filter, now)}`
  },
}
