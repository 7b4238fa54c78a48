import { and, eq } from 'drizzle-orm'
import { purchaseExclusions, purchaseItems, purchaseReturns } from '@/db/schema'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { today } from '@/lib/kernel/today'
import { decimalsOf, decimalText } from '@/lib/values/money'
import { aboutPurchase, type Purchase, purchaseCommand } from '../purchase-command'
import { newExclusion, newReturn } from '../schema'
import { typedMoney } from '../typed-money'

/**
 * Records that the customer gave back a line or the whole purchase. Refusals, at their fields: an amount that cannot be read,
 * `purchases.too_much_returned`, `purchases.unknown_line`, `purchases.future`.
 */
export const recordReturn = purchaseCommand(
  'purchase.return_recorded',
  newReturn,
  async (ctx, { purchase, net }, { line, reason, returnedOn, ...form }) => {
    const { customerId, currency } = purchase
    const money = typedMoney(ctx, 'amount', form.amount, { currency })
    if (!money.ok) return money
    if (money.amount > net) return invalid({ amount: 'purchases.too_much_returned' })
    if (returnedOn > today(ctx.now)) return invalid({ returnedOn: 'purchases.future' })
    if (line !== null && !(await hasLine(ctx, purchase, line))) return invalid({ line: 'purchases.unknown_line' })
    const returnedAt = returnedOn === today(ctx.now) ? ctx.now : new Date(`${returnedOn}T12:00:00Z`)
    await ctx.db.insert(purchaseReturns).values({
      ...{ customerId, purchaseId: purchase.id, id: idsOf(ctx).row(), line, amount: money.amount, reason, returnedAt },
      ...{ createdAt: ctx.now, createdBy: ctx.viewer.userId },
    })
    const after = { amount: textOf(purchase, money.amount), reason }
    return { ok: true, event: aboutPurchase(purchase, { after, details: { line } }) }
  },
)

/**
 * Records that a part of the purchase does not count as a sale, with its reason. Refusals, at `amount`: an amount that cannot be read,
 * `purchases.too_much_excluded`.
 */
export const recordExclusion = purchaseCommand(
  'purchase.exclusion_recorded',
  newExclusion,
  async (ctx, { purchase, net }, { reason, note, ...form }) => {
    const { customerId, currency } = purchase
    const money = typedMoney(ctx, 'amount', form.amount, { currency })
    if (!money.ok) return money
    if (money.amount > net) return invalid({ amount: 'purchases.too_much_excluded' })
    await ctx.db.insert(purchaseExclusions).values({
      ...{ customerId, purchaseId: purchase.id, id: idsOf(ctx).row(), reason, amount: money.amount, note },
      ...{ createdAt: ctx.now, createdBy: ctx.viewer.userId },
    })
    const after = { amount: textOf(purchase, money.amount), exclusionReason: reason, note }
    return { ok: true, event: aboutPurchase(purchase, { after }) }
  },
)

const textOf = ({ currency }: Purchase, amount: number) => decimalText(amount, decimalsOf(currency))

async function hasLine({ db }: WriteCtx, { customerId, id }: Purchase, line: number): Promise<boolean> {
  const found = await db
    .select({ line: purchaseItems.line })
    .from(purchaseItems)
    .where(
      and(eq(purchaseItems.customerId, customerId), eq(purchaseItems.purchaseId, id), eq(purchaseItems.line, line)),
    )
  return found.length > 0
}
