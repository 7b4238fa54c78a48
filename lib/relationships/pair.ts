import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { relationships } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import type { CustomerGroup } from '@/lib/customer-group/group'
import { lockGroups } from '@/lib/customer-group/lock'
import type { WriteCtx } from '@/lib/kernel/context'
import { notFound, refused, type Failure } from '@/lib/kernel/result'

type Row = typeof relationships.$inferSelect

/** Two customers, locked, with the rows between their records. */
export type Pair = {
  own: CustomerGroup
  other: CustomerGroup
  /** The rows of this customer's records, removed ones included. */
  rows: Row[]
  live: Row[]
}

type PairIds = { customerId: string; otherId: string }

/**
 * Locks both customers within the viewer's scope and reads how they are related. Refusals: not found, when one of them is absent or out of
 * scope; `related.same_customer`, when both ids belong to one customer.
 */
export async function lockPair(
  ctx: WriteCtx,
  { customerId, otherId }: PairIds,
): Promise<{ ok: true; pair: Pair } | { ok: false; failure: Failure }> {
  const groups = await lockGroups(ctx.db, [customerId, otherId], scopedTo(ctx.viewer))
  const [own, other] = [groups.get(customerId), groups.get(otherId)]
  if (!own || !other) return notFound()
  if (own.survivorId === other.survivorId) return refused('related.same_customer')
  const rows = await ctx.db.select().from(relationships).where(between(own, other))
  return { ok: true, pair: { own, other, rows, live: rows.filter(({ removedAt }) => !removedAt) } }
}

const between = (own: CustomerGroup, other: CustomerGroup) =>
  and(
    inArray(relationships.customerId, [...own.memberIds]),
    inArray(relationships.otherCustomerId, [...other.memberIds]),
  )

type Change = Partial<Pick<Row, 'outgoingTagIds' | 'incomingTagIds' | 'note' | 'removedAt' | 'removedBy'>>

/** Changes the live rows of both customers; `mirror` is the change for the rows of the other one. */
export async function updatePair(
  ctx: WriteCtx,
  { own, other, live }: Pair,
  change: Change,
  mirror: Change = change,
): Promise<void> {
  const version = Math.max(...live.map((row) => row.version)) + 1
  for (const [rows, values] of [
    [between(own, other), change],
    [between(other, own), mirror],
  ] as const)
    await ctx.db
      .update(relationships)
      .set({ ...values, version })
      .where(and(rows, isNull(relationships.removedAt)))
}

/** Brings the rows back that were removed at one moment. */
export async function restorePair(ctx: WriteCtx, { own, other }: Pair, removedAt: Date): Promise<void> {
  await ctx.db
    .update(relationships)
    .set({ removedAt: null, removedBy: null, version: sql`${relationships.version} + 1` })
    .where(and(or(between(own, other), between(other, own)), eq(relationships.removedAt, removedAt)))
}
