import { and, desc, inArray } from 'drizzle-orm'
import { marketingCancellations } from '@/db/schema'
import { survivorInScope } from '@/lib/customer-group/scope'
import { query } from '@/lib/kernel/query'
import { shownAddress } from '@/lib/privacy/shown-address'
import type { ViewedGroup } from '@/lib/customer-group/group'

const SHOWN = 50

export type Cancellation = Awaited<ReturnType<typeof listCancellations>>[number]

/**
 * The cancellations of promotional messages to addresses of the customer and of the records merged into it, newest first, at most 50.
 * Addresses are masked unless the viewer reads personal data.
 */
export const listCancellations = query(
  'consents.read',
  async (ctx, { survivorId: id, memberIds, revealed }: ViewedGroup) => {
    const rows = await ctx.db
      .select()
      .from(marketingCancellations)
      .where(and(inArray(marketingCancellations.customerId, [...memberIds]), survivorInScope(ctx.viewer, id)))
      .orderBy(desc(marketingCancellations.at), desc(marketingCancellations.id))
      .limit(SHOWN)
    return rows.map(({ address, ...row }) => ({
      ...row,
      to: shownAddress(ctx.viewer, revealed, { channel: row.channel, address, pointId: null }).text,
    }))
  },
)
