import { and, eq } from 'drizzle-orm'
import { acquisitionTouches } from '@/db/schema'
import type { MergeContribution } from '@/lib/contributions/merge'
import { countRows, newestRows, wantedRows } from '@/lib/contributions/merge-rows'
import { showText } from './web-address'

/** How the records of a customer came to the company. A merge always includes it. */
export const touchesInMerge: MergeContribution = {
  permission: 'acquisition.read',
  includedByDefault: null,
  count: (ctx, memberIds) => countRows(ctx, acquisitionTouches, memberIds),
  list: async ({ db }, wanted) => {
    const { customerId, id, createdAt, contactedAt, campaign, source, entryMethod } = acquisitionTouches
    const rows = await db
      .select({ customerId, id, createdAt, contactedAt, campaign, source, entryMethod })
      .from(acquisitionTouches)
      .where(wantedRows(acquisitionTouches, wanted))
      .orderBy(...newestRows(acquisitionTouches))
      .limit(wanted.limit)
    return rows.map((row) => ({
      customerId: row.customerId,
      id: row.id,
      createdAt: row.createdAt,
      label: [
        row.contactedAt.toISOString().slice(0, 10),
        showText(row.campaign ?? row.source ?? row.entryMethod, false),
      ].join(' · '),
    }))
  },
  give: async ({ db }, { from, to, id }) => {
    await db
      .update(acquisitionTouches)
      .set({ customerId: to })
      .where(and(eq(acquisitionTouches.customerId, from), eq(acquisitionTouches.id, id)))
  },
}
