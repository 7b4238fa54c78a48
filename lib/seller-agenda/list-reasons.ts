import { sql, type SQL } from 'drizzle-orm'
import { readRows } from '@/db/read'
import type { agendaReasons } from '@/db/schema'
import { currentStatus, type ReasonStatus } from '@/lib/agenda/reason-status'
import { survivorIdAs } from '@/lib/customer-group/scope'
import type { Ctx } from '@/lib/kernel/context'
import { pageOf } from '@/lib/kernel/page-of'
import { shownNameAs } from '@/lib/customer-group/shown-name'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { isUuid } from '@/lib/values/ids'
import { isDay } from '@/lib/values/instants'
import { isVisible } from './is-visible'
import type { AgendaScope } from './agenda-scope'

const PAGE = 25

export type AgendaRow = {
  /** The surviving record of the customer. */
  customerId: string
  customerName: string
  id: string
  kind: (typeof agendaReasons.$inferSelect)['kind']
  reason: string
  closesOn: string
  /** Null when every seller of the store may make the contact. */
  sellerId: string | null
  sellerName: string | null
  storeName: string
}

type Found = AgendaRow & { recordId: string; status: ReasonStatus }

/**
 * The pending reasons of an agenda that are open today, those that end soonest first, 25 a page. `cursor` is the place of the last row.
 * Each arm reads a range of an index in that order, so a page costs the same however long the agenda is. A page is shorter if some of its
 * reasons have ended and no job has stored that yet.
 */
export const listAgendaReasons = query('agenda.read', async (ctx, agenda: AgendaScope, cursor?: string) => {
  const arms = armsOf(ctx, agenda, cursor)
  const rows = arms.length
    ? await readRows<Found>(
        ctx.db,
        sql`select c.id as "customerId", ${shownNameAs('c')} as "customerName", r.customer_id as "recordId", r.id, r.kind, r.reason,
          r.closes_on::text as "closesOn", r.seller_id as "sellerId", u.name as "sellerName", s.name as "storeName",
          ${currentStatus(today(ctx.now))} as status
        from (select * from (${sql.join(arms, sql` union all `)}) found order by closes_on, customer_id, id limit ${PAGE + 1}) r
        join customers m on m.id = r.customer_id
        join customers c on c.id = ${survivorIdAs('m')}
        join stores s on s.id = r.store_id
        left join users u on u.id = r.seller_id
        order by r.closes_on, r.customer_id, r.id`,
      )
    : []
  const { page, nextCursor } = pageOf(rows, PAGE, ({ closesOn, recordId, id }) => `${closesOn}.${recordId}.${id}`)
  const reasons = page.filter(({ status }) => status === 'pending')
  return { reasons: reasons.map(({ recordId: _, status: _status, ...row }): AgendaRow => row), nextCursor }
})

/** The seller's own reasons, and of each store those that have no seller or, without a seller, all of them. */
function armsOf(ctx: Ctx, { sellerId, storeIds }: AgendaScope, cursor: string | undefined): SQL[] {
  const day = today(ctx.now)
  const arm = (
    of: SQL,
  ) => sql`select r.customer_id, r.id, r.kind, r.reason, r.closes_on, r.seller_id, r.store_id, r.status, r.created_at, r.rule_id, r.period
    from agenda_reasons r
    where ${of} and r.status = 'pending' and r.closes_on >= ${day}::date and r.opens_on <= ${day}::date
      and ${after(cursor)} and ${isVisible(ctx)}
    order by r.closes_on, r.customer_id, r.id limit ${PAGE + 1}`
  const ofStores = sql`select r.* from unnest(${sql.param([...storeIds])}::uuid[]) of (store_id)
    cross join lateral (${arm(sql`r.store_id = of.store_id ${sellerId ? sql`and r.seller_id is null` : sql``}`)}) r`
  return [
    ...(sellerId ? [sql`(${arm(sql`r.seller_id = ${sellerId}::uuid`)})`] : []),
    ...(storeIds.length ? [ofStores] : []),
  ]
}

/** A malformed cursor means the first page. */
function after(cursor: string | undefined): SQL {
  const [day, customerId, id] = cursor?.split('.') ?? []
  if (!isDay(day) || !isUuid(customerId) || !isUuid(id)) return sql`true`
  return sql`(r.closes_on, r.customer_id, r.id) > (${day}::date, ${customerId}::uuid, ${id}::uuid)`
}
