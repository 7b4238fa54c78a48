import { sql } from 'drizzle-orm'
import { inReadOnlyTransaction } from '@/db/read'
import type { Ctx } from '@/lib/kernel/context'

const LIMIT_MS = 2_000
/**
 * A probe reads a range of one btree for any text, and planning it costs more than running it: so each connection plans each statement
 * once. Sequential scans are off, because the first plan may be made while a table is still small.
 */
const ONE_PLAN = 'set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off; set local jit = off'
const CANCELED = '57014'

/** Runs bounded reads, planned once; each statement may take two seconds. Returns `too_slow` when the database stopped one. */
export async function withTimeLimit<T>(
  ctx: Ctx,
  read: (ctx: Ctx) => Promise<T>,
  limitMs = LIMIT_MS,
): Promise<T | 'too_slow'> {
  try {
    const settings = sql.raw(`set local statement_timeout = ${limitMs}; ${ONE_PLAN}`)
    return await inReadOnlyTransaction(ctx.db, settings, (db) => read({ ...ctx, db }))
  } catch (error) {
    if (codeOf(error) === CANCELED || (error instanceof Error && codeOf(error.cause) === CANCELED)) return 'too_slow'
    throw error
  }
}

const codeOf = (error: unknown) => (error && typeof error === 'object' && 'code' in error ? error.code : undefined)
