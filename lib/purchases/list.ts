import { sql, type SQL } from 'drizzle-orm'
import { readRows } from '@/db/read'
import type { purchases } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { includedIn } from '@/lib/customer-group/included'
import { survivorInScope } from '@/lib/customer-group/scope'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { shownExternalId } from '@/lib/privacy/mask-by-shape'
import { isUuid } from '@/lib/values/ids'

const PAGE = 20
/** How many products a row of the list names. */
const PRODUCTS_SHOWN = 2

type Situation = (typeof purchases.$inferSelect)['situation']

export type ListedPurchase = {
  customerId: string
  id: string
  /** Masked if it is a personal number. */
  externalId: string
  source: string
  purchasedAt: Date
  currency: string
  total: number
  returned: number
  excluded: number
  situation: Situation
  sourceSituation: string | null
  storeName: string | null
  sellerName: string | null
  /** The first products, and how many lines there are. */
  products: string[]
  lines: number
}

type Row = Omit<ListedPurchase, 'purchasedAt' | 'products'> & { micros: string; products: string[] | null }

/**
 * A customer's purchases with those of the records merged into it, the newest first, 20 a page (B3). `cursor` is the place of the last one.
 */
export const listPurchases = query(
  'purchases.read',
  async (ctx, group: ViewedGroup, { cursor, limit = PAGE }: { cursor?: string | undefined; limit?: number } = {}) => {
    const rows = await readRows<Row>(
      ctx.db,
      selectPage(group, readCursor(cursor), limit + 1, survivorInScope(ctx.viewer, group.survivorId)),
    )
    const { page, nextCursor } = pageOf(rows, limit, ({ micros, id }) => `${micros}.${id}`)
    return {
      purchases: page.map(({ micros, products, externalId, ...row }): ListedPurchase => ({
        ...row,
        externalId: shownExternalId(ctx.viewer, externalId),
        purchasedAt: new Date(Number(micros) / 1000),
        products: products ?? [],
      })),
      nextCursor,
    }
  },
)

type Place = { micros: string; id: string }

/** Null for the first page, and for a malformed cursor. Postgres has no instants before the year -4713, which 18 digits would be. */
function readCursor(text: string | undefined): Place | null {
  const [, micros, id] = /^(-\d{1,17}|\d{1,18})\.([0-9a-f-]{36})$/i.exec(text ?? '') ?? []
  return micros && isUuid(id) ? { micros, id } : null
}

/** One bounded range of the index for each record; then what belongs to the purchases of the page. */
function selectPage(group: ViewedGroup, after: Place | null, limit: number, scope: SQL | undefined): SQL {
  const included = includedIn(group, 'purchases', { customerId: sql.raw('p.customer_id'), id: sql.raw('p.id') })
  const beyond =
    after &&
    sql`and (p.purchased_at, p.id) < ('epoch'::timestamptz + ${after.micros}::bigint * interval '1 microsecond', ${after.id}::uuid)`
  const arms = group.memberIds.map(
    (
      memberId,
    ) => sql`(select p.* from purchases p where p.customer_id = ${memberId} ${beyond ?? sql``} ${included ? sql`and ${included}` : sql``}
      order by p.purchased_at desc, p.id desc limit ${sql.raw(String(limit))})`,
  )
  const sumOf = (table: string) =>
    sql`(select coalesce(sum(amount), 0)::float8 from ${sql.raw(table)} a where a.customer_id = p.customer_id and a.purchase_id = p.id)`
  return sql`
    select p.customer_id as "customerId", p.id, p.external_id as "externalId", p.source,
      (extract(epoch from p.purchased_at) * 1000000)::bigint::text as micros, p.currency, p.total::float8 as total,
      ${sumOf('purchase_returns')} as returned, ${sumOf('purchase_exclusions')} as excluded, p.situation,
      p.source_situation as "sourceSituation", s.name as "storeName", coalesce(u.name, p.seller_name) as "sellerName",
      (select json_agg(description) from (select description from purchase_items i where i.customer_id = p.customer_id
        and i.purchase_id = p.id order by line limit ${sql.raw(String(PRODUCTS_SHOWN))}) i) as products,
      (select count(*)::int from purchase_items i where i.customer_id = p.customer_id and i.purchase_id = p.id) as lines
    from (select * from (${sql.join(arms, sql` union all `)}) arm
      where ${scope ?? sql`true`} order by purchased_at desc, id desc limit ${sql.raw(String(limit))}) p
    left join stores s on s.id = p.store_id
    left join users u on u.id = p.seller_id
    order by p.purchased_at desc, p.id desc`
}
