import { and, eq, inArray, sql } from 'drizzle-orm'
import { keyedSearches } from '@/db/schema'
import { takeTry, type RateLimit } from '@/lib/access/rate-limit'
import { raiseAlarm } from '@/lib/kernel/alarm'
import type { WriteCtx } from '@/lib/kernel/context'
import { limitsOf, missLimitOf } from './search-budget'
import { hashOf, isLimited, type SearchKey } from './search-keys'

/** `isNew`: the search counts against the budget, because the person had not made it before. `until`: when they can search again. */
export type Admission = { ok: true; isNew: boolean } | { ok: false; until: Date }

/**
 * Records a search for values and counts it against the person's budget. Repeating an answered search does not count, because it shows
 * nothing new. The last search that a budget allows raises an alarm.
 */
export async function admitSearch(ctx: WriteCtx, keys: readonly SearchKey[]): Promise<Admission> {
  if (!keys.length) return { ok: true, isNew: false }
  const answered = await recordSearch(ctx, keys)
  const limited = keys.filter((key, at) => isLimited(key) && !answered[at])
  for (const limit of limited.length ? limitsOf(ctx.viewer, limited) : []) {
    const taken = await takeTry(ctx.db, limit, ctx.viewer.userId)
    if (!taken.ok) return { ok: false, until: new Date(Date.now() + taken.waitSeconds * 1000) }
    if (taken.last) await warn(ctx, 'many_searches', limit)
  }
  if (answered.includes(false)) await markAnswered(ctx, keys)
  return { ok: true, isNew: limited.length > 0 }
}

/** Counts a new search that found nothing. Many of them within an hour raise an alarm. */
export async function countMiss(ctx: WriteCtx): Promise<void> {
  const limit = missLimitOf(ctx.viewer)
  const taken = await takeTry(ctx.db, limit, ctx.viewer.userId)
  if (taken.ok && taken.last) await warn(ctx, 'many_misses', limit)
}

/** Records the values. Returns for each, in their order, whether a search for it was answered before. */
async function recordSearch({ db, viewer, now }: WriteCtx, keys: readonly SearchKey[]): Promise<boolean[]> {
  const hashes = keys.map(hashOf)
  const rows = await db
    .insert(keyedSearches)
    .values(
      keys.map(({ kind }, at) => ({
        userId: viewer.userId,
        kind,
        valueHash: hashes[at]!,
        firstAt: now,
        lastAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: [keyedSearches.userId, keyedSearches.kind, keyedSearches.valueHash],
      set: { lastAt: now, searches: sql`${keyedSearches.searches} + 1` },
    })
    .returning({ hash: keyedSearches.valueHash, answeredAt: keyedSearches.answeredAt })
  return hashes.map((hash) => rows.some((row) => row.hash.equals(hash) && row.answeredAt !== null))
}

async function markAnswered({ db, viewer, now }: WriteCtx, keys: readonly SearchKey[]): Promise<void> {
  await db
    .update(keyedSearches)
    .set({ answeredAt: now })
    .where(and(eq(keyedSearches.userId, viewer.userId), inArray(keyedSearches.valueHash, keys.map(hashOf))))
}

async function warn(ctx: WriteCtx, reason: 'many_searches' | 'many_misses', limit: RateLimit): Promise<void> {
  const details = { reason, searches: limit.max, hours: limit.windowSeconds / 3600 }
  await raiseAlarm(ctx, { event: 'search.unusual', details, message: 'unusual series of searches' })
}
