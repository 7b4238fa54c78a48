import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/kernel/context'

const LIMIT_MS = 2_000
const CANCELED = '57014'

/** Runs reads of which each statement may take two seconds. `too_slow` when one was stopped. */
export async function withTimeLimit<T>(
  ctx: Ctx,
  read: (ctx: Ctx) => Promise<T>,
  limitMs = LIMIT_MS,
): Promise<T | 'too_slow'> {
  try {
    return await ctx.db.transaction(async (db) => {
      await db.execute(sql`select set_config('statement_timeout', ${String(limitMs)}, true)`)
      return read({ ...ctx, db })
    })
  } catch (error) {
    if (codeOf(error) === CANCELED || (error instanceof Error && codeOf(error.cause) === CANCELED)) return 'too_slow'
    throw error
  }
}

const codeOf = (error: unknown) => (error && typeof error === 'object' && 'code' in error ? error.code : undefined)
