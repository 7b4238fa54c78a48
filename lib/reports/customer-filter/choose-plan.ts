import { sql, type SQL } from 'drizzle-orm'
import { readRowsOnce } from '@/db/read'
import type { Ctx } from '@/lib/kernel/context'
import type { Candidates, RelatedCondition } from './related-conditions'

/** The related condition that drives a query, and how many candidates the planner expects. */
export type Leading = { name: string; candidates: Candidates; estimate: number }

/** `walked`: how many customers in order have to be read for a page, on average. */
export type Plan = { leading: Leading | null; walked: number }

/** A related condition with more candidates than this does not lead the query. */
const CANDIDATES_MAX = 20_000

type Question = {
  /** The customers that a walk reads. */
  first: SQL
  /** Those that fulfil the conditions on the customers themselves. */
  own: SQL
  related: readonly RelatedCondition[]
  /** How many matches the walk should find. */
  most: number
}

const EVERYBODY = sql`select 1 from customers where customers.survivor_id is null`

/**
 * Estimates from the planner's statistics, without reading a row: the related condition with the fewest candidates, and how far a walk in order
 * goes.
 */
export async function choosePlan(ctx: Ctx, { first, own, related, most }: Question): Promise<Plan> {
  const everybody = await estimateOf(ctx, EVERYBODY)
  let share = Math.min(1, (await estimateOf(ctx, own)) / (await estimateOf(ctx, first)))
  const found: Leading[] = []
  for (const { name, candidates } of related) {
    if (!candidates) continue
    const estimate = await estimateOf(ctx, candidates.ids)
    share *= Math.min(1, estimate / everybody)
    if (estimate <= CANDIDATES_MAX) found.push({ name, candidates, estimate })
  }
  return { leading: found.toSorted((a, b) => a.estimate - b.estimate)[0] ?? null, walked: most / share }
}

type Explained = { 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }

async function estimateOf({ db }: Ctx, select: SQL): Promise<number> {
  const [explained] = await readRowsOnce<Explained>(db, sql`explain (format json) ${select}`)
  return Math.max(1, explained?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 1)
}
