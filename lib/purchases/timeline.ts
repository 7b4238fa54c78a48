import { sql } from 'drizzle-orm'
import type { PURCHASE_SITUATIONS } from '@/db/schema'
import { timelineContribution } from '@/lib/contributions/timeline'
import { shownExternalId } from '@/lib/privacy/mask-by-shape'

type Row = {
  purchaseId: string
  externalId: string
  situation: (typeof PURCHASE_SITUATIONS)[number]
  currency: string
  /** The total of a purchase, or the amount of a return. */
  amount: number
  storeName: string | null
}

/** Each purchase when it was made, and each return. */
export const purchasesOnTimeline = timelineContribution({
  permission: 'purchases.read',
  arms: [
    {
      ...{ event: 'purchased', table: 'purchases', occurredAt: 'purchased_at', recordedAt: 'created_at', id: 'id' },
      mergePart: { part: 'purchases', rowId: 'id' },
    },
    {
      ...{
        event: 'returned',
        table: 'purchase_returns',
        occurredAt: 'returned_at',
        recordedAt: 'created_at',
        id: 'id',
      },
      mergePart: { part: 'purchases', rowId: 'purchase_id' },
    },
  ],
  detail: sql`(select json_build_object('purchaseId', p.id, 'externalId', p.external_id, 'situation', p.situation, 'currency', p.currency,
    'amount', coalesce(e.amount, p.total), 'storeName', s.name)
    from (select page.id::uuid as purchase_id, null::bigint as amount where page.event <> 'returned' union all
      select r.purchase_id, r.amount from purchase_returns r where page.event = 'returned' and r.customer_id = page.customer_id
        and r.returned_at = page.occurred_at and r.id = page.id::uuid) e
    join purchases p on p.customer_id = page.customer_id and p.id = e.purchase_id left join stores s on s.id = p.store_id)`,
  present: (row: Row, { viewer }) => ({
    ...row,
    externalId: shownExternalId(viewer, row.externalId),
  }),
})
