import { and, eq, sql } from 'drizzle-orm'
import { credits, creditUses, purchases } from '@/db/schema'
import { groupIds } from '@/lib/customer-group/scope'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { today } from '@/lib/kernel/today'
import { decimalsOf, decimalText } from '@/lib/values/money'
import { aboutPurchase, purchaseCommand } from '../purchase-command'
import { newCredit, newCreditUse } from '../schema'
import { PORTAL_SOURCE } from '../source'
import { typedMoney } from '../typed-money'
import { claimKey } from './record'

/**
 * Records the credit that a purchase generated, in the currency of the purchase. Refusals, at their fields: an amount that cannot be read,
 * `purchases.credit_taken`.
 */
export const recordCredit = purchaseCommand(
  'credit.recorded',
  newCredit,
  async (ctx, { purchase }, { externalId, expiresOn, ...form }) => {
    const { customerId, currency, storeId } = purchase
    const money = typedMoney(ctx, 'amount', form.amount, { currency })
    if (!money.ok) return money
    const row = { customerId, id: idsOf(ctx).row(), externalId, currency, amount: money.amount, expiresOn, storeId }
    if (!(await claimKey(ctx, 'credit', row))) return invalid({ externalId: 'purchases.credit_taken' })
    await ctx.db.insert(credits).values({
      ...{ ...row, source: PORTAL_SOURCE, purchaseId: purchase.id, generatedAt: ctx.now },
      ...{ createdAt: ctx.now, createdBy: ctx.viewer.userId },
    })
    const amount = decimalText(money.amount, decimalsOf(currency))
    return { ok: true, event: aboutPurchase(purchase, { after: { creditNumber: externalId, amount, expiresOn } }) }
  },
)

/**
 * Records that a credit paid for a part of a purchase. Refusals, at their fields: an amount that cannot be read,
 * `purchases.credit_exceeded`, `purchases.credit_expired`, `purchases.other_currency`, `purchases.cancelled`.
 */
export const recordCreditUse = purchaseCommand(
  'credit.used',
  newCreditUse,
  async (ctx, { customer, purchase }, { creditId, ...form }) => {
    const found = await findCredit(ctx, customer.id, creditId)
    if (!found) return invalid({ creditId: 'invalid' })
    const { credit, left } = found
    const money = typedMoney(ctx, 'amount', form.amount, { currency: credit.currency })
    if (!money.ok) return money
    if (purchase.situation === 'cancelled') return invalid({ creditId: 'purchases.cancelled' })
    if (credit.currency !== purchase.currency) return invalid({ creditId: 'purchases.other_currency' })
    if (credit.expiresOn && credit.expiresOn < today(ctx.now)) return invalid({ creditId: 'purchases.credit_expired' })
    if (money.amount > left) return invalid({ amount: 'purchases.credit_exceeded' })
    await ctx.db.insert(creditUses).values({
      ...{ customerId: credit.customerId, creditId, id: idsOf(ctx).row(), amount: money.amount, usedAt: ctx.now },
      ...{ purchaseId: purchase.id, createdAt: ctx.now, createdBy: ctx.viewer.userId },
    })
    const amount = decimalText(money.amount, decimalsOf(credit.currency))
    return { ok: true, event: aboutPurchase(purchase, { after: { creditNumber: credit.externalId, amount } }) }
  },
)

/** A credit of the customer, and what is left of it. A use in a cancelled purchase does not count. */
async function findCredit({ db }: WriteCtx, customerId: string, creditId: string) {
  const [credit] = await db
    .select()
    .from(credits)
    .where(and(sql`${credits.customerId} in ${groupIds(customerId)}`, eq(credits.id, creditId)))
  if (!credit) return null
  const [used] = await db
    .select({ sum: sql`coalesce(sum(${creditUses.amount}), 0)`.mapWith(Number) })
    .from(creditUses)
    .where(
      and(
        eq(creditUses.customerId, credit.customerId),
        eq(creditUses.creditId, creditId),
        sql`not exists (select 1 from ${purchases} where ${purchases.customerId} in ${groupIds(customerId)}
          and ${purchases.id} = ${creditUses.purchaseId} and ${purchases.situation} = 'cancelled')`,
      ),
    )
  return { credit, left: credit.amount - used!.sum }
}
