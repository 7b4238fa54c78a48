import { and, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { duplicateKeys, duplicatePairs } from '@/db/schema'
import { pairIds, type PairIds } from '../policy'

/**
 * Removes the pairs of these customers that are not among `found`, after all of their candidates were compared again. Decisions stay.
 */
export async function removeOtherPairs(
  tx: Primary,
  customerIds: readonly string[],
  found: readonly { a: string; b: string }[],
): Promise<void> {
  if (!customerIds.length) return
  const ids = [...customerIds]
  const others = found.length ? sql`not ${isOneOf(found.map(({ a, b }) => pairIds(a, b)))}` : undefined
  await removePairs(tx, and(or(inArray(duplicatePairs.customerId, ids), inArray(duplicatePairs.otherId, ids)), others)!)
}

/** Removes the pairs that a full pass, which began at this moment, did not find again. Decisions stay. */
export const removePairsFoundBefore = (tx: Primary, start: Date): Promise<void> =>
  removePairs(tx, lt(duplicatePairs.foundAt, start))

/** Removes every pair of customers who are about to be removed, with the decisions, and their blocking keys. */
export async function removePairsOf(tx: Primary, customerIds: readonly string[]): Promise<void> {
  if (!customerIds.length) return
  const ids = [...customerIds]
  await tx
    .delete(duplicatePairs)
    .where(or(inArray(duplicatePairs.customerId, ids), inArray(duplicatePairs.otherId, ids)))
  await tx.delete(duplicateKeys).where(inArray(duplicateKeys.customerId, ids))
}

/** Deletes undecided pairs. A decided pair stays closed: its evidence is again the one that was decided. */
export async function removePairs(tx: Primary, where: SQL): Promise<void> {
  await tx.delete(duplicatePairs).where(and(where, isNull(duplicatePairs.decidedAt)))
  await tx
    .update(duplicatePairs)
    .set({ evidence: sql`${duplicatePairs.decidedEvidence}` })
    .where(and(where, isNotNull(duplicatePairs.decidedAt), sql`evidence <> decided_evidence`))
}

export const isOneOf = (pairs: readonly PairIds[]): SQL =>
  sql`(${duplicatePairs.customerId}, ${duplicatePairs.otherId}) in (select * from unnest(
    ${sql.param(pairs.map(({ customerId }) => customerId))}::uuid[], ${sql.param(pairs.map(({ otherId }) => otherId))}::uuid[]))`
