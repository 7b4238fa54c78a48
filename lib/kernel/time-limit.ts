import { sql, type SQL } from 'drizzle-orm'
import { inReadOnlyTransaction } from '@/db/read'
import type { Ctx } from './context'

const CANCELED = '57014'

/**
 * Runs bounded reads in one read-only transaction. Each statement may take `limitMs`; `settings` are further `set local …`. Returns `too_slow`
 * when the database stopped one.
 */
export async function withTimeLimit<T>(
  ctx: Ctx,
  { limitMs, settings }: { limitMs: number; settings: string },
  read: (ctx: Ctx) => Promise<T>,
): Promise<T | 'too_slow'> {
  try {
    const all: SQL = sql.raw(`set local statement_timeout = ${limitMs}; ${settings}`)
    return await inReadOnlyTransaction(ctx.db, all, (db) => read({ ...ctx, db }))
  } catch (error) {
    if (codeOf(error) === CANCELED || (error instanceof Error && codeOf(error.cause) === CANCELED)) return 'too_slow'
    throw error
  }
}

const codeOf = (error: unknown) => (error && typeof error === 'object' && 'code' in error ? error.code : undefined)
