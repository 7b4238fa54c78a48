import { and, eq, sql } from 'drizzle-orm'
import { purchases } from '@/db/schema'
import { readRows } from '@/db/read'
import { creditUsed } from '@/lib/customer-group/credit-used'
import { groupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { updateLastPurchases } from '../last-purchase'
import { aboutPurchase, purchaseCommand } from '../purchase-command'
import { situationChange } from '../schema'

/**
 * Changes the situation of a purchase. A cancelled one does not count in the figures, and the last purchase follows. Refusal, at
 * `situation`: `purchases.credit_exceeded`, when a credit that paid for a cancelled purchase was used for another one since.
 */
export const changeSituation = purchaseCommand(
  'purchase.situation_changed',
  situationChange,
  async (ctx, { customer, purchase }, { situation }) => {
    if (purchase.situation === situation) return { ok: true, event: null }
    if (purchase.situation === 'cancelled' && (await hasSpentCredit(ctx, customer.id, purchase.id)))
      return invalid({ situation: 'purchases.credit_exceeded' })
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

/** Whether a credit that paid for this cancelled purchase does not have that amount any more. */
async function hasSpentCredit({ db }: WriteCtx, customerId: string, purchaseId: string): Promise<boolean> {
  const members = sql`in ${groupIds(customerId)}`
  const spent = await readRows(
    db,
    sql`select 1 from credits c join (select customer_id, credit_id, sum(amount) as amount from credit_uses
        where customer_id ${members} and purchase_id = ${purchaseId}::uuid group by 1, 2) own
      on own.customer_id = c.customer_id and own.credit_id = c.id
    where c.amount < ${creditUsed(members)} + own.amount limit 1`,
  )
  return spent.length > 0
}
