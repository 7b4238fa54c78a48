import { and, eq, type SQL } from 'drizzle-orm'
import { duplicatePairs, users } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { listByIds, type Listed } from '@/lib/search/hits'
import type { PairReason } from '../engine/types'
import { isVisibleTo } from './visible'

/** A pair as a list shows it, with masked values. */
export type ShownPair = {
  customerId: string
  otherId: string
  customers: [Listed, Listed]
  probability: number
  /** The strongest reasons first. */
  reasons: PairReason[]
  evidence: string
  /** The last decision that they are different. It may be about earlier values. */
  decided: { at: Date; by: string | null; reason: string | null; isCurrent: boolean } | null
}

type Options = { where?: SQL | undefined; orderBy?: SQL[]; limit: number }

/** The pairs whose customers both are in the viewer's scope. */
export async function readPairs(ctx: Ctx, { where, orderBy = [], limit }: Options): Promise<ShownPair[]> {
  const rows = await ctx.db
    .select({ pair: duplicatePairs, deciderName: users.name })
    .from(duplicatePairs)
    .leftJoin(users, eq(users.id, duplicatePairs.decidedBy))
    .where(and(where, isVisibleTo(ctx.viewer)))
    .orderBy(...orderBy)
    .limit(limit)
  const ids = [...new Set(rows.flatMap(({ pair }) => [pair.customerId, pair.otherId]))]
  const customers = new Map((await listByIds(ctx, ids)).map((customer) => [customer.id, customer]))
  return rows.flatMap(({ pair, deciderName }) => {
    const [one, other] = [customers.get(pair.customerId), customers.get(pair.otherId)]
    if (!one || !other) return []
    return [{ ...shown(pair), decided: decision(pair, deciderName), customers: [one, other] as [Listed, Listed] }]
  })
}

type Row = typeof duplicatePairs.$inferSelect

const shown = ({ customerId, otherId, probability, reasons, evidence }: Row) => ({
  customerId,
  otherId,
  probability,
  // Only the engine writes them.
  reasons: (reasons as PairReason[]).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  evidence,
})

const decision = ({ decidedAt, decidedReason, decidedEvidence, evidence }: Row, by: string | null) =>
  decidedAt && { at: decidedAt, by, reason: decidedReason, isCurrent: decidedEvidence === evidence }
