import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { getAgendaSettings } from '@/lib/agenda/settings/get'
import type { agendaInteractions } from '@/db/schema'
import { pageOf } from '@/lib/kernel/page-of'
import { shownNameAs } from '@/lib/customer-group/shown-name'
import { query } from '@/lib/kernel/query'
import { shownExternalId } from '@/lib/privacy/mask-by-shape'
import { isUuid } from '@/lib/values/ids'
import { isInstant } from '@/lib/values/instants'
import { isVisible } from '../is-visible'
import { influencedSales, type ReportScope } from './influenced-sales'
import type { Period } from './period'

const PAGE = 50

export type InfluencedSale = {
  purchaseId: string
  /** Masked if it is a personal number. Null when the customer is outside of the viewer's scope. */
  externalId: string | null
  purchasedAt: Date
  currency: string
  net: number
  /** Null when the customer is outside of the viewer's scope. */
  customerId: string | null
  customerName: string | null
  means: (typeof agendaInteractions.$inferSelect)['means']
  contactedAt: Date
  sellerName: string
  storeName: string
}

type Row = Omit<InfluencedSale, 'purchasedAt' | 'contactedAt' | 'net'> & {
  purchasedAt: string
  contactedAt: string
  net: string
}

/** The purchases behind the influenced sales of a report, newest first, 50 a page. `cursor` is the place of the last row. */
export const listInfluencedSales = query(
  'agenda.manage',
  async (ctx, scope: ReportScope, period: Period, cursor?: string) => {
    const { influenceDays } = await getAgendaSettings(ctx)
    const rows = await readRows<Row>(
      ctx.db,
      sql`select r.purchase_id as "purchaseId", r.purchased_at as "purchasedAt", r.currency, r.net::text,
      case when ${isVisible(ctx)} then r.customer_id end as "customerId",
      case when ${isVisible(ctx)} then r.external_id end as "externalId",
      case when ${isVisible(ctx)} then ${shownNameAs('c')} end as "customerName",
      r.means, r.started_at as "contactedAt", u.name as "sellerName", s.name as "storeName"
    from (${influencedSales({ ...scope, ...period, influenceDays })}) r
    join customers c on c.id = r.customer_id join users u on u.id = r.seller_id join stores s on s.id = r.store_id
    where ${before(cursor)}
    order by date_trunc('milliseconds', r.purchased_at) desc, r.purchase_id desc limit ${PAGE + 1}`,
    )
    const sales = rows.map((row): InfluencedSale => ({
      ...row,
      externalId: row.externalId && shownExternalId(ctx.viewer, row.externalId),
      net: Number(row.net),
      purchasedAt: new Date(row.purchasedAt),
      contactedAt: new Date(row.contactedAt),
    }))
    const { page, nextCursor } = pageOf(
      sales,
      PAGE,
      ({ purchasedAt, purchaseId }) => `${purchasedAt.toISOString()}_${purchaseId}`,
    )
    return { sales: page, nextCursor, influenceDays }
  },
)

/** A malformed cursor means the first page. */
function before(cursor: string | undefined) {
  const [at, id] = cursor?.split('_') ?? []
  if (!isInstant(at) || !isUuid(id)) return sql`true`
  return sql`(date_trunc('milliseconds', r.purchased_at), r.purchase_id) < (${at}::timestamptz, ${id}::uuid)`
}
