import type { Ctx } from '@/lib/kernel/context'
import { withTimeLimit as limited } from '@/lib/kernel/time-limit'

const LIMIT_MS = 2_000
/**
 * A probe reads a range of one btree for any text, and planning it costs more than running it: so each connection plans each statement
 * once. Sequential scans are off, because the first plan may be made while a table is still small.
 */
const ONE_PLAN = 'set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off; set local jit = off'

/** Runs bounded reads, planned once; each statement may take two seconds. Returns `too_slow` when the database stopped one. */
export const withTimeLimit = <T>(
  ctx: Ctx,
  read: (ctx: Ctx) => Promise<T>,
  limitMs = LIMIT_MS,
): Promise<T | 'too_slow'> => limited(ctx, { limitMs, settings: ONE_PLAN }, read)
