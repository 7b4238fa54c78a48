import { sql } from 'drizzle-orm'
import { purchaseItems, purchaseKeys, purchases } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { env } from '@/lib/env'
import { succeed } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { today } from '@/lib/kernel/today'
import { decimalsOf, decimalText } from '@/lib/values/money'
import { updateLastPurchases } from '../last-purchase'
import { aboutPurchase } from '../purchase-command'
import { newPurchase } from '../schema'
import { PORTAL_SOURCE } from '../source'
import { typedMoney } from '../typed-money'

/**
 * Records a purchase that the viewer made with the customer (B3). Refusals, at their fields: an amount that cannot be read,
 * `purchases.future`, and `purchases.taken`, when the portal has a purchase with this number.
 */
export const recordPurchase = customerCommand({
  event: 'purchase.recorded',
  permission: 'purchases.edit',
  input: newPurchase,
  run: async (ctx, customer, form) => {
    const { externalId, purchasedOn, currency, situation, payment, storeId, freight, invoiceNumber } = form
    const total = typedMoney(ctx, 'total', form.total, { currency, allowsZero: true })
    if (!total.ok) return total
    if (purchasedOn > today(ctx.now)) return invalid({ purchasedOn: 'purchases.future' })
    const { scope, userId } = ctx.viewer
    if (storeId && scope.kind === 'stores' && !scope.storeIds.includes(storeId)) return invalid({ storeId: 'invalid' })
    const row = { customerId: customer.id, id: idsOf(ctx).row(), externalId, currency }
    if (!(await claimKey(ctx, 'purchase', row))) return invalid({ externalId: 'purchases.taken' })
    await ctx.db.insert(purchases).values({
      ...{ ...row, source: PORTAL_SOURCE, purchasedAt: momentOf(ctx, purchasedOn), total: total.amount, situation },
      ...{ payment, storeId, freight, invoiceNumber, sellerId: userId },
      ...{ createdAt: ctx.now, createdBy: userId, updatedAt: ctx.now },
    })
    const lines = form.items ?? (form.product ? [wholePurchase(form.product, total.amount - freight)] : [])
    if (lines.length)
      await ctx.db.insert(purchaseItems).values(
        lines.map(({ quantity, ...item }, at) => ({
          ...{ customerId: customer.id, purchaseId: row.id, line: at + 1, ...item },
          ...{ quantity: String(quantity), total: Math.round(item.unitPrice * quantity) - item.discount },
        })),
      )
    await updateLastPurchases(ctx, [customer.id])
    await touchCustomer(ctx, customer.id)
    const amount = decimalText(total.amount, decimalsOf(currency))
    const value = { customerId: customer.id, purchaseId: row.id }
    return succeed(value, aboutPurchase(row, { after: { purchasedOn, amount }, details: { situation } }))
  },
})

const wholePurchase = (description: string, price: number) => ({
  ...{ description, sku: null, quantity: 1, unitPrice: Math.max(0, price), discount: 0 },
})

/** The present moment for a purchase of today, else noon of the day in the time zone of the company. */
const momentOf = ({ now }: WriteCtx, day: string) =>
  day === today(now) ? now : sql`(${day}::date + time '12:00')::timestamp at time zone ${env().COMPANY_TIME_ZONE}`

/** Takes the number of a purchase or credit of the portal. Returns false when it is taken. */
export async function claimKey(
  { db }: WriteCtx,
  kind: 'purchase' | 'credit',
  { externalId, customerId, id: rowId }: { externalId: string; customerId: string; id: string },
): Promise<boolean> {
  const taken = await db
    .insert(purchaseKeys)
    .values({ source: PORTAL_SOURCE, kind, externalId, customerId, rowId })
    .onConflictDoNothing()
    .returning({ rowId: purchaseKeys.rowId })
  return taken.length > 0
}
