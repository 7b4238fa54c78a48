import { and, eq, sql } from 'drizzle-orm'
import { deniedAttempts } from '@/db/schema'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import { record } from '@/lib/audit/record'
import { newId } from '@/lib/values/ids'
import { takeFromBudget } from './budget'
import { actorOf, type WriteCtx } from './context'

export type Attempt = { wanted: string; permission?: string; scope?: string }

/** Replaces the attempts of a person who has used up the budget of entries. */
const OTHER_ATTEMPTS: Attempt = { wanted: 'other_attempts' }

const HOUR_MS = 60 * 60 * 1000

/**
 * Records a refused attempt in the history; equal ones in the same hour are only counted, so that they cannot flood it. When a person has
 * used up the budget of entries, all further attempts are counted together in the system chain.
 */
export async function recordOncePerHour(ctx: WriteCtx, customerId: string | null, attempt: Attempt): Promise<void> {
  if (await countRepetition(ctx, customerId, attempt)) return
  if (await takeFromBudget(ctx, 'denials')) return recordFirst(ctx, customerId, attempt)
  if (!(await countRepetition(ctx, null, OTHER_ATTEMPTS))) await recordFirst(ctx, null, OTHER_ATTEMPTS)
}

async function countRepetition(ctx: WriteCtx, customerId: string | null, attempt: Attempt): Promise<boolean> {
  const key = keyOf(ctx, customerId, attempt)
  const rows = await ctx.db
    .update(deniedAttempts)
    .set(ONE_MORE)
    .where(
      and(
        eq(deniedAttempts.customerId, key.customerId),
        eq(deniedAttempts.userId, key.userId),
        eq(deniedAttempts.wanted, key.wanted),
        eq(deniedAttempts.hourAt, key.hourAt),
      ),
    )
    .returning({ id: deniedAttempts.id })
  return rows.length > 0
}

/** Of several equal attempts at the same time, the first one writes the event. */
const recordFirst = (ctx: WriteCtx, customerId: string | null, attempt: Attempt): Promise<void> =>
  ctx.db.transaction(async (tx) => {
    const { customerId: chain, userId, wanted, hourAt } = deniedAttempts
    const [row] = await tx
      .insert(deniedAttempts)
      .values({ ...keyOf(ctx, customerId, attempt), id: newId() })
      .onConflictDoUpdate({ target: [chain, userId, wanted, hourAt], set: ONE_MORE })
      .returning({ id: deniedAttempts.id, attempts: deniedAttempts.attempts })
    if (row!.attempts > 1) return
    const entry = { event: 'access.denied', customerId, subject: `denial:${row!.id}`, details: attempt } as const
    await record(tx, actorOf(ctx), entry)
  })

const ONE_MORE = { attempts: sql`${deniedAttempts.attempts} + 1` }

const keyOf = ({ viewer, now }: WriteCtx, customerId: string | null, { wanted }: Attempt) => ({
  customerId: customerId ?? SYSTEM_CHAIN,
  userId: viewer.userId,
  wanted,
  hourAt: new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS),
})
