import { and, asc, eq, sql } from 'drizzle-orm'
import { agendaInteractions, agendaReasons, reminders, reservations, stores, userStores } from '@/db/schema'
import type { Customer } from '@/lib/customer-group/lock'
import { groupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'

export type Reason = typeof agendaReasons.$inferSelect
export type Interaction = typeof agendaInteractions.$inferSelect
export type Reminder = typeof reminders.$inferSelect
export type Reservation = typeof reservations.$inferSelect

type AgendaTable = typeof agendaReasons | typeof agendaInteractions | typeof reminders | typeof reservations

const isRow = (table: AgendaTable, customerId: string, id: string) =>
  and(sql`${table.customerId} in ${groupIds(customerId)}`, eq(table.id, id))

/** These find a row of the customer or of a record merged into it, or null. Call them under the lock of the customer. */
export const findReason = async ({ db }: WriteCtx, customerId: string, id: string): Promise<Reason | null> =>
  (
    await db
      .select()
      .from(agendaReasons)
      .where(isRow(agendaReasons, customerId, id))
  )[0] ?? null

export const findInteraction = async ({ db }: WriteCtx, customerId: string, id: string): Promise<Interaction | null> =>
  (
    await db
      .select()
      .from(agendaInteractions)
      .where(isRow(agendaInteractions, customerId, id))
  )[0] ?? null

export const findReminder = async ({ db }: WriteCtx, customerId: string, id: string): Promise<Reminder | null> =>
  (
    await db
      .select()
      .from(reminders)
      .where(isRow(reminders, customerId, id))
  )[0] ?? null

export const findReservation = async ({ db }: WriteCtx, customerId: string, id: string): Promise<Reservation | null> =>
  (
    await db
      .select()
      .from(reservations)
      .where(isRow(reservations, customerId, id))
  )[0] ?? null

/**
 * The store that a new row belongs to: the chosen one if the viewer works for it, else the customer's, else the first one of the viewer.
 * Null when the chosen store is not the viewer's, or when there is none.
 */
export async function storeFor(ctx: WriteCtx, customer: Customer, chosenId: string | null): Promise<string | null> {
  const { scope, userId } = ctx.viewer
  if (chosenId) {
    if (scope.kind === 'stores' && !scope.storeIds.includes(chosenId)) return null
    const [store] = await ctx.db.select({ id: stores.id }).from(stores).where(eq(stores.id, chosenId))
    return store?.id ?? null
  }
  if (customer.storeId) return customer.storeId
  const [own] = await ctx.db
    .select({ id: userStores.storeId })
    .from(userStores)
    .where(eq(userStores.userId, userId))
    .orderBy(asc(userStores.storeId))
    .limit(1)
  return own?.id ?? null
}
