import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import type { agendaInteractions } from '@/db/schema'
import { closesAt } from '@/lib/agenda/idle'
import { survivorIdAs } from '@/lib/customer-group/scope'
import { shownNameAs } from '@/lib/customer-group/shown-name'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { isVisible } from './is-visible'
import type { AgendaScope } from './agenda-scope'

/** How many rows of each list the page shows above the reasons. */
const SHOWN = 10

const CUSTOMER = sql`c.id as "customerId", ${shownNameAs('c')} as "customerName"`
const JOINS = sql`join customers m on m.id = r.customer_id join customers c on c.id = ${survivorIdAs('m')}`

type Named = { customerId: string; customerName: string }

export type OpenInteraction = Named & {
  id: string
  means: (typeof agendaInteractions.$inferSelect)['means']
  startedAt: Date
  /** When a job closes it if it has no activity until then. */
  closesAt: Date
}

/** The open contacts of the seller, the one that a job closes soonest first, 10 at most. */
export const listOpenInteractions = query(
  'agenda.read',
  async (ctx, { sellerId }: AgendaScope): Promise<OpenInteraction[]> => {
    const rows = await readRows<
      Omit<OpenInteraction, 'startedAt' | 'closesAt'> & { startedAt: string; lastActivityAt: string }
    >(
      ctx.db,
      sql`select ${CUSTOMER}, r.id, r.means, r.started_at as "startedAt", r.last_activity_at as "lastActivityAt"
    from agenda_interactions r ${JOINS}
    where r.seller_id = ${sellerId}::uuid and r.situation = 'open' and ${isVisible(ctx)}
    order by r.last_activity_at, r.id limit ${SHOWN}`,
    )
    return rows.map(({ startedAt, lastActivityAt, ...row }) => ({
      ...row,
      startedAt: new Date(startedAt),
      closesAt: closesAt(new Date(lastActivityAt)),
    }))
  },
)

export type DueReminder = Named & {
  id: string
  version: number
  scheduledOn: string
  comment: string
  storeName: string
}

/** The open reminders of the seller for today and earlier days, the oldest first, 10 at most, and whether there are more. */
export const listDueReminders = query('agenda.read', async (ctx, { sellerId }: AgendaScope) =>
  cut(
    await readRows<DueReminder>(
      ctx.db,
      sql`select ${CUSTOMER}, r.id, r.version, r.scheduled_on::text as "scheduledOn", r.comment, s.name as "storeName"
      from reminders r ${JOINS} join stores s on s.id = r.store_id
      where r.seller_id = ${sellerId}::uuid and r.status = 'open' and r.scheduled_on <= ${today(ctx.now)}::date and ${isVisible(ctx)}
      order by r.scheduled_on, r.customer_id, r.id limit ${SHOWN + 1}`,
    ),
  ),
)

export type WaitingReservation = Named & {
  id: string
  version: number
  pickUpAt: Date
  product: string
  quantity: string
  storeName: string
}

/** The reservations that wait for a confirmation, by the time of the pick-up, 10 at most, and whether there are more. */
export const listWaitingReservations = query('agenda.read', async (ctx, agenda: AgendaScope) => {
  const { sellerId, storeIds, workStoreIds } = agenda
  const ofStores = sellerId ? workStoreIds : storeIds
  const isOwn = sellerId
    ? sql`(r.seller_id = ${sellerId}::uuid or (r.seller_id is null and r.store_id = any(${sql.param([...storeIds])}::uuid[])))`
    : sql`true`
  const rows = await readRows<Omit<WaitingReservation, 'pickUpAt'> & { pickUpAt: string }>(
    ctx.db,
    sql`select ${CUSTOMER}, r.id, r.version, r.pick_up_at as "pickUpAt", r.product, r.quantity::text, s.name as "storeName"
    from unnest(${sql.param([...ofStores])}::uuid[]) of (store_id)
    cross join lateral (select r.* from reservations r
      where r.store_id = of.store_id and r.status = 'waiting' and ${isOwn} and ${isVisible(ctx)}
      order by r.pick_up_at, r.customer_id, r.id limit ${SHOWN + 1}) r
    ${JOINS} join stores s on s.id = r.store_id
    order by r.pick_up_at, r.customer_id, r.id limit ${SHOWN + 1}`,
  )
  return cut(rows.map((row) => ({ ...row, pickUpAt: new Date(row.pickUpAt) })))
})

const cut = <R>(rows: R[]) => ({ rows: rows.slice(0, SHOWN), hasMore: rows.length > SHOWN })
