import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { getAgendaSettings } from '@/lib/agenda/settings/get'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import type { Money } from '@/lib/values/money'
import { contactsOf, influencedSales, reasonsOf, type ReportScope } from './influenced-sales'
import type { Period } from './period'

export const REASON_FIGURES = ['generated', 'done', 'pending', 'lost', 'returned', 'cancelled'] as const
export const CONTACT_FIGURES = ['contacts', 'successes', 'converted', 'sales'] as const
export type FigureName = (typeof REASON_FIGURES)[number] | (typeof CONTACT_FIGURES)[number]

export type Figures = Record<FigureName, number> & {
  /** The influenced sales by currency, each net of returns and exclusions. */
  amounts: Money[]
}

export type ReportRow = Figures & {
  storeId: string
  storeName: string
  /** Null for reasons that every seller of the store may work on. */
  sellerId: string | null
  sellerName: string | null
}

type Key = { storeId: string; sellerId: string | null }
type Counts = Key & Record<string, string | number | null>

/**
 * The figures of the agenda for each store and seller, and their sums. Reasons count in the period in which they were created, with their
 * present status, so that the statuses add up to `generated`; contacts and their influenced sales in the period in which the contact began.
 */
export const readAgendaReport = query('agenda.manage', async (ctx, scope: ReportScope, period: Period) => {
  const { influenceDays } = await getAgendaSettings(ctx)
  const [reasons, contacts, sales] = await Promise.all([
    countReasons(ctx, { ...scope, ...period }),
    countContacts(ctx, { ...scope, ...period }),
    sumSales(ctx, { ...scope, ...period, influenceDays }),
  ])
  const names = await readNames(ctx, [...reasons, ...contacts])
  const rows = new Map<string, ReportRow>()
  const rowOf = ({ storeId, sellerId }: Key): ReportRow => {
    const key = `${storeId} ${sellerId}`
    const found = rows.get(key) ?? { ...NO_FIGURES, amounts: [], storeId, sellerId, ...names(storeId, sellerId) }
    rows.set(key, found)
    return found
  }
  for (const row of [...reasons, ...contacts]) Object.assign(rowOf(row), numbersIn(row))
  for (const { converted, sales: count, currency, amount, ...key } of sales) {
    const row = rowOf(key)
    row.converted = Number(converted)
    row.sales += Number(count)
    row.amounts.push({ currency: String(currency), amount: Number(amount) })
  }
  const sorted = [...rows.values()].toSorted((a, b) => sortKey(a).localeCompare(sortKey(b)))
  return { influenceDays, rows: sorted, totals: totalsOf(sorted) }
})

export type AgendaReport = Awaited<ReturnType<typeof readAgendaReport>>

const NO_FIGURES = Object.fromEntries([...REASON_FIGURES, ...CONTACT_FIGURES].map((name) => [name, 0])) as Record<
  FigureName,
  number
>

const sortKey = ({ storeName, sellerName }: ReportRow) => `${storeName}\n${sellerName ?? '\uffff'}`

const numbersIn = ({ storeId: _store, sellerId: _seller, ...counts }: Counts) =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)]))

/** A pending reason counts as lost after its last day, even if the job has not written that status yet. */
const countReasons = ({ db, now }: Ctx, question: ReportScope & Period) => {
  const isOver = sql`(r.status = 'pending' and r.closes_on < ${today(now)}::date)`
  const settled = (status: string) => sql.raw(`count(*) filter (where r.status = '${status}') as ${status}`)
  return readRows<Counts>(
    db,
    sql`select r.store_id as "storeId", r.seller_id as "sellerId", count(*) as generated, ${settled('done')}, ${settled('returned')},
      ${settled('cancelled')}, count(*) filter (where r.status = 'pending' and not ${isOver}) as pending,
      count(*) filter (where r.status = 'lost' or ${isOver}) as lost
    from (${reasonsOf(question)}) r group by 1, 2`,
  )
}

const countContacts = ({ db }: Ctx, question: ReportScope & Period) =>
  readRows<Counts>(
    db,
    sql`select i.store_id as "storeId", i.seller_id as "sellerId", count(*) filter (where i.situation <> 'open') as contacts,
      count(*) filter (where i.situation = 'success') as successes
    from (${contactsOf(question)}) i group by 1, 2`,
  )

/** `converted`: contacts that were followed by a purchase in any currency, repeated in the row of each currency. */
const sumSales = ({ db }: Ctx, question: Parameters<typeof influencedSales>[0]) =>
  readRows<Counts>(
    db,
    sql`with sales as materialized (${influencedSales(question)})
    select s.store_id as "storeId", s.seller_id as "sellerId", s.currency, count(*) as sales, sum(s.net) as amount,
      (select count(distinct (c.contact_customer_id, c.interaction_id)) from sales c
        where c.store_id = s.store_id and c.seller_id = s.seller_id) as converted
    from sales s group by 1, 2, 3 order by 3`,
  )

async function readNames({ db }: Ctx, keys: readonly Key[]) {
  const storeIds = [...new Set(keys.map(({ storeId }) => storeId))]
  const sellerIds = [...new Set(keys.flatMap(({ sellerId }) => sellerId ?? []))]
  const [stores, users] = await Promise.all([
    readRows<{ id: string; name: string }>(
      db,
      sql`select id, name from stores where id = any(${sql.param(storeIds)}::uuid[])`,
    ),
    readRows<{ id: string; name: string }>(
      db,
      sql`select id, name from users where id = any(${sql.param(sellerIds)}::uuid[])`,
    ),
  ])
  const nameIn = (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]))
  const [storeNames, userNames] = [nameIn(stores), nameIn(users)]
  return (storeId: string, sellerId: string | null) => ({
    storeName: storeNames.get(storeId) ?? '',
    sellerName: sellerId && (userNames.get(sellerId) ?? ''),
  })
}

function totalsOf(rows: readonly ReportRow[]): Figures {
  const sum = (name: FigureName) => rows.reduce((total, row) => total + row[name], 0)
  const byCurrency = new Map<string, number>()
  for (const { currency, amount } of rows.flatMap(({ amounts }) => amounts))
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amount)
  const figures = Object.fromEntries([...REASON_FIGURES, ...CONTACT_FIGURES].map((name) => [name, sum(name)]))
  return {
    ...(figures as Record<FigureName, number>),
    amounts: [...byCurrency].map(([currency, amount]) => ({ currency, amount })),
  }
}
