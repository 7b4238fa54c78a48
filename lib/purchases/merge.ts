import { purchases } from '@/db/schema'
import type { MergeContribution } from '@/lib/contributions/merge'
import { shownExternalId } from '@/lib/privacy/mask-by-shape'
import { countRows, newestRows, wantedRows } from '@/lib/contributions/merge-rows'

/** The purchases of a customer. A merge always includes them, because metrics need all; a single one can be taken out later. */
export const purchasesInMerge: MergeContribution = {
  permission: 'purchases.read',
  includedByDefault: null,
  count: (ctx, memberIds) => countRows(ctx, purchases, memberIds),
  list: async ({ db, viewer }, wanted) => {
    const { customerId, id, externalId, source, createdAt } = purchases
    const rows = await db
      .select({ customerId, id, externalId, source, createdAt })
      .from(purchases)
      .where(wantedRows(purchases, wanted))
      .orderBy(...newestRows(purchases))
      .limit(wanted.limit)
    return rows.map(({ externalId: number, source: system, ...row }) => ({
      ...row,
      label: `${shownExternalId(viewer, number)} · ${system}`,
    }))
  },
}
