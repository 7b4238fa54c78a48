import { and, eq, inArray } from 'drizzle-orm'
import { shareLock } from '@/db/advisory-locks'
import { mergeExclusions, merges } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import { cancelOnBothSides } from '@/lib/consents/merge'
import { blockOnBothSides } from '@/lib/contacts/merge'
import { lockGroups } from '@/lib/customer-group/lock'
import { pointAt } from '@/lib/customer-group/pointers'
import { indexNames } from '@/lib/customers/index-names'
import { restoreRegistration } from '@/lib/customers/merge-record'
import { command, succeed, type CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { notFound, refused } from '@/lib/kernel/result'
import { newestMerge, type Merge } from '../active'
import { CONTRIBUTIONS } from '../contributions'
import { isGivable, readRow } from '../later'
import { undoInput } from '../schema'
import { openSnapshot } from '../snapshot'

/**
 * Undoes a merge (M4): the pointers go back, and so do the survivor's values that nobody changed since. What arrived later stays where it
 * arrived, except the rows that the person gives to the absorbed record. A refusal or a block from the time of the merge applies to both.
 * Refusals: not found; `merges.undone`; `merges.newer_first`, while a newer merge of the same customer is not undone; `merges.row_gone`;
 * `merges.erased`.
 */
export const undoMerge = command({
  event: 'customer.merge_undone',
  permission: 'customers.merge',
  input: undoInput,
  run: async (ctx, { customerId, mergeId, give }) => {
    await ctx.db.execute(shareLock('merges'))
    const group = (await lockGroups(ctx.db, [customerId], scopedTo(ctx.viewer))).get(customerId)
    const merge = group && (await findMerge(ctx, group.memberIds, mergeId))
    if (!merge) return notFound()
    if (merge.undoneAt) return refused('merges.undone')
    if ((await newestMerge(ctx, group.memberIds))?.id !== mergeId) return refused('merges.newer_first')
    const snapshot = await openSnapshot(ctx.db, merge)
    if (!snapshot) return refused('merges.erased')
    const absorbedSide = [merge.absorbedId, ...merge.carriedIds]
    const survivorSide = group.memberIds.filter((id) => !absorbedSide.includes(id))
    const separation = { mergeId, mergedAt: merge.mergedAt, sides: [survivorSide, absorbedSide] as const }
    const rows = await rowsToGive(ctx, survivorSide, merge, give)
    if (!rows) return refused('merges.row_gone')
    const events: CommandEvent[] = [
      ...(await cancelOnBothSides(ctx, separation)),
      ...(await blockOnBothSides(ctx, separation)),
    ]
    for (const { part, from, id } of rows) await CONTRIBUTIONS[part].give!(ctx, { from, to: merge.absorbedId, id })
    await pointAt(ctx.db, [merge.absorbedId], null)
    await pointAt(ctx.db, merge.carriedIds, merge.absorbedId)
    const kept = await restoreRegistration(ctx, merge.customerId, snapshot)
    await indexNames(ctx.db, [merge.customerId, ...absorbedSide])
    await ctx.db
      .delete(mergeExclusions)
      .where(and(inArray(mergeExclusions.customerId, absorbedSide), eq(mergeExclusions.mergeId, mergeId)))
    await ctx.db
      .update(merges)
      .set({ undoneAt: ctx.now, undoneBy: ctx.viewer.userId })
      .where(and(eq(merges.customerId, merge.customerId), eq(merges.id, mergeId)))
    return succeed(
      { customerId: merge.customerId, absorbedId: merge.absorbedId },
      {
        customerId: merge.customerId,
        subject: `customer:${merge.absorbedId}`,
        details: {
          ...(kept.length && { keptFields: kept }),
          ...(rows.length && { moved: rows.map(({ part }) => part) }),
        },
      },
      { event: 'customer.released', customerId: merge.absorbedId, subject: `customer:${merge.customerId}` },
      ...events,
    )
  },
})

async function findMerge({ db }: WriteCtx, memberIds: readonly string[], mergeId: string): Promise<Merge | null> {
  const [merge] = await db
    .select()
    .from(merges)
    .where(and(inArray(merges.customerId, [...memberIds]), eq(merges.id, mergeId)))
  return merge ?? null
}

/** The rows to give, which must have arrived at the survivor's side since; null if one of them did not. */
async function rowsToGive(ctx: WriteCtx, memberIds: readonly string[], { mergedAt: since }: Merge, give: string[]) {
  const rows = []
  for (const text of give) {
    const [part, id] = text.split(':')
    const row = isGivable(part) && (await readRow(ctx, part, { memberIds, id: id!, since }))
    if (!row) return null
    rows.push({ part: row.part, from: row.customerId, id: row.id })
  }
  return rows
}
