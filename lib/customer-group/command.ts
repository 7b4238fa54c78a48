import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { customers } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import type { Permission } from '@/lib/access/permissions'
import { command, type Command, type Outcome, type Prepared } from '@/lib/kernel/command'
import type { Ctx } from '@/lib/kernel/context'
import { notFound } from '@/lib/kernel/result'
import { scopedTo } from '@/lib/access/scope'

export type Customer = typeof customers.$inferSelect

/** The root a customer id stands for: itself, or the survivor it was merged into. Null when absent or out of scope. */
export async function getSurvivorId(ctx: Ctx, customerId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ root: sql<string>`coalesce(${customers.survivorId}, ${customers.id})` })
    .from(customers)
    .where(eq(customers.id, customerId))
  if (!row) return null
  const [visible] = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.id, row.root), scopedTo(ctx.viewer)))
  return visible?.id ?? null
}

/**
 * Locks the customer's row and those of the records merged into it for the rest of the transaction, in the order of their ids, so that
 * changes to their children come one after another. Answers the customer.
 */
export async function lockCustomer(ctx: Ctx, customerId: string): Promise<Customer | null> {
  const root = await getSurvivorId(ctx, customerId)
  if (!root) return null
  const itself = and(eq(customers.id, root), isNull(customers.survivorId), scopedTo(ctx.viewer))
  const rows = await ctx.db
    .select()
    .from(customers)
    .where(or(itself, eq(customers.survivorId, root)))
    .orderBy(customers.id)
    .for('update')
  return rows.find((row) => row.id === root) ?? null
}

/** The customer within scope, without a lock; null when absent, out of scope or merged away. */
async function findCustomer(ctx: Ctx, customerId: string): Promise<Customer | null> {
  const root = await getSurvivorId(ctx, customerId)
  if (!root) return null
  const [row] = await ctx.db.select().from(customers).where(eq(customers.id, root))
  return row ?? null
}

/** Moves the customer up in the list ordered by newest activity. */
export async function touchCustomer(ctx: Ctx, customerId: string): Promise<void> {
  await ctx.db
    .update(customers)
    .set({ updatedAt: ctx.now, lastActivityAt: ctx.now })
    .where(eq(customers.id, customerId))
}

type Definition<S extends z.ZodType<{ customerId: string }>, T, P> = {
  event: AuditEvent
  permission: Permission
  /** A `z.strictObject` with `customerId`. */
  input: S
  /** Slow work before the customer is locked (see `command`): the customer may change before `run`. */
  prepare?: (ctx: Ctx, customer: Customer, input: z.output<S>) => Promise<Prepared<P>>
  run: (ctx: Ctx, customer: Customer, input: z.output<S>, prepared: P) => Promise<Outcome<T>>
}

/** A write to one customer: within the viewer's scope, holding the customer's lock. */
export function customerCommand<S extends z.ZodType<{ customerId: string }>, T, P = undefined>(
  definition: Definition<S, T, P>,
): Command<T> {
  const { prepare } = definition
  return command<S, T, P>({
    event: definition.event,
    permission: definition.permission,
    input: definition.input,
    reaches: async (ctx, { customerId }) => (await getSurvivorId(ctx, customerId)) !== null,
    prepare:
      prepare &&
      (async (ctx, input) => {
        const customer = await findCustomer(ctx, input.customerId)
        return customer ? prepare(ctx, customer, input) : notFound()
      }),
    run: async (ctx, input, prepared) => {
      const customer = await lockCustomer(ctx, input.customerId)
      return customer ? definition.run(ctx, customer, input, prepared) : notFound()
    },
  })
}
