import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { purchaseExclusions, purchaseReturns, purchases } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import { customerCommand } from '@/lib/customer-group/command'
import type { Customer } from '@/lib/customer-group/lock'
import { groupIds } from '@/lib/customer-group/scope'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed, type CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { notFound, type Failure } from '@/lib/kernel/result'

export type Purchase = typeof purchases.$inferSelect

/** A purchase of a locked customer, and what is left of its total after returns and exclusions. */
export type FoundPurchase = { customer: Customer; purchase: Purchase; net: number }

async function findPurchase({ db }: WriteCtx, customer: Customer, purchaseId: string): Promise<FoundPurchase | null> {
  const [purchase] = await db
    .select()
    .from(purchases)
    .where(and(sql`${purchases.customerId} in ${groupIds(customer.id)}`, eq(purchases.id, purchaseId)))
  if (!purchase) return null
  const sumIn = async (table: typeof purchaseReturns | typeof purchaseExclusions) => {
    const [row] = await db
      .select({ sum: sql`coalesce(sum(${table.amount}), 0)`.mapWith(Number) })
      .from(table)
      .where(and(eq(table.customerId, purchase.customerId), eq(table.purchaseId, purchase.id)))
    return row!.sum
  }
  return {
    customer,
    purchase,
    net: purchase.total - (await sumIn(purchaseReturns)) - (await sumIn(purchaseExclusions)),
  }
}

/** What a change of a purchase writes into the history; null when it changed nothing. */
type Changed = { ok: true; event: CommandEvent | null } | { ok: false; failure: Failure }

/** A change of one purchase of a customer, under the lock of the customer's group. */
export const purchaseCommand = <S extends z.ZodType<{ customerId: string; purchaseId: string }>>(
  event: AuditEvent,
  input: S,
  change: (ctx: WriteCtx, found: FoundPurchase, input: z.output<S>) => Promise<Changed>,
) =>
  customerCommand({
    event,
    permission: 'purchases.edit',
    input,
    run: async (ctx, customer, form) => {
      const found = await findPurchase(ctx, customer, form.purchaseId)
      if (!found) return notFound()
      const changed = await change(ctx, found, form)
      if (!changed.ok) return changed
      const value = { customerId: customer.id, purchaseId: found.purchase.id }
      if (!changed.event) return succeed(value)
      await touchCustomer(ctx, customer.id)
      return succeed(value, changed.event)
    },
  })

/** An entry of the history about a purchase. The number is a personal value where it is somebody's document. */
export const aboutPurchase = (
  { customerId, id, externalId, currency }: Pick<Purchase, 'customerId' | 'id' | 'externalId' | 'currency'>,
  { before = null, after = {}, details = {} }: Pick<CommandEvent, 'before' | 'after' | 'details'>,
): CommandEvent => ({
  ...{ customerId, subject: `purchase:${id}`, before },
  after: { purchaseNumber: externalId, ...after },
  details: { currency, ...details },
})
