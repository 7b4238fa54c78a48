import { and, eq } from 'drizzle-orm'
import { purchases } from '@/db/schema'
import { updateLastPurchases } from '../last-purchase'
import { aboutPurchase, purchaseCommand } from '../purchase-command'
import { situationChange } from '../schema'

/** Changes the situation of a purchase. A cancelled one does not count in the figures, and the last purchase follows. */
export const changeSituation = purchaseCommand(
  'purchase.situation_changed',
  situationChange,
  async (ctx, { purchase }, { situation }) => {
    if (purchase.situation === situation) return { ok: true, event: null }
    await ctx.db
      .update(purchases)
      .set({ situation, updatedAt: ctx.now })
      .where(and(eq(purchases.customerId, purchase.customerId), eq(purchases.id, purchase.id)))
    const { customerId, purchasedAt } = purchase
    const uncounted = situation === 'cancelled' ? [{ customerId, at: purchasedAt.toISOString() }] : []
    await updateLastPurchases(ctx, [customerId], uncounted)
    const before = { purchaseSituation: purchase.situation }
    return { ok: true, event: aboutPurchase(purchase, { before, after: { purchaseSituation: situation } }) }
  },
)
