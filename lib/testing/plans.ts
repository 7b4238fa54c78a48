import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import type { Ctx } from '@/lib/kernel/context'

export type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

const scansIn = (plan: Plan): Plan[] => [
  ...(/^(Seq|Index|Index Only|Bitmap Heap|Bitmap Index) Scan$/.test(plan['Node Type']) ? [plan] : []),
  ...(plan.Plans ?? []).flatMap(scansIn),
]

/**
 * Runs a read. Each SQL statement that it sends through `ctx.db.execute` is sent as EXPLAIN ANALYZE, and gives the read no rows. Returns the
 * table scans of all these plans.
 */
export async function scansOf(pool: Primary, ctx: Ctx, read: (ctx: Ctx) => Promise<unknown>): Promise<Plan[]> {
  const plans: Plan[] = []
  const execute = async (select: ReturnType<typeof sql>) => {
    const { rows } = await pool.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      sql`explain (analyze, format json) ${select}`,
    )
    plans.push(rows[0]!['QUERY PLAN'][0].Plan)
    return { rows: [] }
  }
  await read({ ...ctx, db: Object.create(ctx.db, { execute: { value: execute } }) as Ctx['db'] })
  return plans.flatMap(scansIn)
}

/** How many rows a scan read in each of its loops. */
export const rowsReadBy = (scan: Plan): number => (scan['Actual Rows'] ?? 0) + (scan['Rows Removed by Filter'] ?? 0)

/** The same in all loops together. */
export const rowsReadInAllLoops = (scan: Plan): number => rowsReadBy(scan) * (scan['Actual Loops'] ?? 1)
