import { and, eq, or } from 'drizzle-orm'
import { duplicatePairs } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import { lockGroups } from '@/lib/customer-group/lock'
import type { CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { pairIds, type PairIds } from './policy'

export type LockedPair = typeof duplicatePairs.$inferSelect

/**
 * Locks the customers of the pairs and then the pairs. Pairs that are not suggested are left out, and so are those with a customer who is
 * absent, out of the viewer's scope or absorbed.
 */
export async function lockPairs(ctx: WriteCtx, asked: readonly PairIds[]): Promise<LockedPair[]> {
  const ids = asked.flatMap(({ customerId, otherId }) => [customerId, otherId])
  const groups = await lockGroups(ctx.db, ids, scopedTo(ctx.viewer))
  const isSurvivor = (id: string) => groups.get(id)?.survivorId === id
  const keys = asked
    .filter(({ customerId, otherId }) => isSurvivor(customerId) && isSurvivor(otherId))
    .map(({ customerId, otherId }) => pairIds(customerId, otherId))
  if (!keys.length) return []
  return ctx.db
    .select()
    .from(duplicatePairs)
    .where(or(...keys.map(isPair)))
    .orderBy(duplicatePairs.customerId, duplicatePairs.otherId)
    .for('update')
}

export const isPair = ({ customerId, otherId }: PairIds) =>
  and(eq(duplicatePairs.customerId, customerId), eq(duplicatePairs.otherId, otherId))

/** The entries for the histories of both customers. Each names the other one by id, so that a reader sees the name only within their scope. */
export const eventsOf = (
  { customerId, otherId }: PairIds,
  values: Pick<CommandEvent, 'event' | 'before' | 'after'> = {},
): CommandEvent[] =>
  [
    [customerId, otherId],
    [otherId, customerId],
  ].map(([own, other]) => ({ ...values, customerId: own!, subject: `duplicate:${other}`, details: { other } }))
