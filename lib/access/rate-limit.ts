import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Primary } from '@/db/handles'

/** At most `max` tries by one subject in a window, which starts with the first try. */
export type RateLimit = { name: string; max: number; windowSeconds: number }

/** `last`: this try used up the limit. */
export type Try = { ok: true; last: boolean } | { ok: false; waitSeconds: number }

/** Counts a try before it is made, so that parallel tries cannot exceed the limit. */
export async function takeTry(db: Primary, limit: RateLimit, subject: string): Promise<Try> {
  try {
    const { remainingPoints } = await limiter(db, limit).consume(keyOf(subject))
    return { ok: true, last: remainingPoints === 0 }
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return { ok: false, waitSeconds: Math.ceil(refusal.msBeforeNext / 1000) }
  }
}

/** A limit and its subject, for example an e-mail or a network address. */
export type LimitedSubject = readonly [limit: RateLimit, subject: string]

/** Counts one try against several limits. If one of them refuses, the try does not count against those before it. */
export async function takeTries(db: Primary, limits: readonly LimitedSubject[]): Promise<Try> {
  let last = false
  for (const [at, [limit, subject]] of limits.entries()) {
    const taken = await takeTry(db, limit, subject)
    if (!taken.ok) {
      for (const [earlier, same] of limits.slice(0, at)) await giveBackTry(db, earlier, same)
      return taken
    }
    last ||= taken.last
  }
  return { ok: true, last }
}

/** Subtracts one counted try, because it succeeded. */
export async function giveBackTry(db: Primary, limit: RateLimit, subject: string): Promise<void> {
  await limiter(db, limit).reward(keyOf(subject))
}

export async function forgetTries(db: Primary, limit: RateLimit, subject: string): Promise<void> {
  await limiter(db, limit).delete(keyOf(subject))
}

const keyOf = (subject: string) => createHash('sha256').update(subject).digest('hex')

/** Has no state and no timer: its rows are in `rate_limits`, which a migration creates and the sweep clears. */
const limiter = (db: Primary, { name, max, windowSeconds }: RateLimit) =>
  new RateLimiterPostgres({
    storeClient: { query: (statement: Statement) => db.execute(toSql(statement)) },
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: max,
    duration: windowSeconds,
  })

type Statement = { text: string; values: unknown[] }

/** The library's `$1` placeholders as parameters of the handle, which may be a transaction. */
function toSql({ text, values }: Statement) {
  const parts = text.split(/\$(\d)/)
  return sql.join(parts.map((part, at) => (at % 2 ? sql`${values[Number(part) - 1]}` : sql.raw(part))))
}
