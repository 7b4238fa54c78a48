import { shareLock } from '@/db/advisory-locks'
import { mergeExclusions, merges, WHOLE_PART } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import { lockGroups } from '@/lib/customer-group/lock'
import { pointAt } from '@/lib/customer-group/pointers'
import { indexNames } from '@/lib/customers/index-names'
import { haveDifferentDocuments } from '@/lib/customers/merge-fields'
import { takeRegistration } from '@/lib/customers/merge-record'
import { command, succeed } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { conflict, notFound, refused } from '@/lib/kernel/result'
import { OPTIONAL_PARTS } from '../contributions'
import { mergeInput } from '../schema'
import { sealSnapshot } from '../snapshot'

/** Every read of a customer reads each of its records, so their number is bounded. */
export const RECORDS_MAX = 20

/**
 * Merges a customer into another one (M3). It sets pointers and copies the chosen values of the registration; nothing else moves, whatever
 * the number of events. Refusals: not found, when one of them is absent or out of scope; `stale`, when one of them changed after the
 * preview; `merges.same_customer`, `merges.different_kinds`, `merges.different_documents`, `merges.too_many`.
 */
export const mergeCustomers = command({
  event: 'customer.merged',
  permission: 'customers.merge',
  input: mergeInput,
  run: async (ctx, { customerId, otherId, version, otherVersion, take, parts, differentDocuments }) => {
    await ctx.db.execute(shareLock('merges'))
    const groups = await lockGroups(ctx.db, [customerId, otherId], scopedTo(ctx.viewer))
    const [kept, absorbed] = [groups.get(customerId), groups.get(otherId)]
    if (!kept || !absorbed) return notFound()
    if (kept.survivorId === absorbed.survivorId) return refused('merges.same_customer')
    const [own, other] = [kept.survivor, absorbed.survivor]
    if (own.version !== version || other.version !== otherVersion) return conflict('merges.stale')
    if (own.kind !== other.kind) return refused('merges.different_kinds')
    if (haveDifferentDocuments(own, other) && !differentDocuments) return refused('merges.different_documents')
    if (kept.memberIds.length + absorbed.memberIds.length > RECORDS_MAX) return refused('merges.too_many')
    const { snapshot, changes, version: survivorVersion } = await takeRegistration(ctx, own, other, take)
    await pointAt(ctx.db, absorbed.memberIds, own.id)
    await indexNames(ctx.db, [own.id, ...absorbed.memberIds])
    const mergeId = idsOf(ctx).row()
    await ctx.db.insert(merges).values({
      customerId: own.id,
      id: mergeId,
      absorbedId: other.id,
      carriedIds: absorbed.memberIds.filter((id) => id !== other.id),
      sealed: await sealSnapshot(ctx.db, own.id, snapshot),
      survivorVersion,
      mergedAt: ctx.now,
      mergedBy: ctx.viewer.userId,
    })
    const left = OPTIONAL_PARTS.filter((part) => !parts.includes(part))
    await leaveOut(ctx, absorbed.memberIds, left, mergeId)
    const fields = Object.keys(changes)
    const pick = (from: object) => Object.fromEntries(Object.entries(from).filter(([key]) => fields.includes(key)))
    return succeed(
      { customerId: own.id, mergeId },
      {
        customerId: own.id,
        subject: `customer:${other.id}`,
        ...(left.length && { details: { leftOut: left } }),
        ...(fields.length && { before: pick(own), after: pick(changes) }),
      },
      { event: 'customer.absorbed', customerId: other.id, subject: `customer:${own.id}` },
    )
  },
})

async function leaveOut(
  ctx: WriteCtx,
  customerIds: readonly string[],
  parts: readonly (typeof OPTIONAL_PARTS)[number][],
  mergeId: string,
): Promise<void> {
  const by = { mergeId, excludedAt: ctx.now, excludedBy: ctx.viewer.userId }
  const rows = customerIds.flatMap((customerId) =>
    parts.map((part) => ({ customerId, part, rowId: WHOLE_PART, ...by })),
  )
  if (rows.length) await ctx.db.insert(mergeExclusions).values(rows).onConflictDoNothing()
}
