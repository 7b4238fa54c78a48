import { and, eq, lt } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { deniedAttempts, idempotencyKeys } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

/** Nobody sends the same form again after this time. */
const IDEMPOTENCY_KEYS_DAYS = 7

/** Deletes old idempotency keys. */
export async function sweepIdempotencyKeys(db: Primary, now: Date): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.doneAt, daysBefore(now, IDEMPOTENCY_KEYS_DAYS)))
}

/** Deletes the counts of refused attempts that nobody repeated. The count of the others is shown in the history. */
export async function sweepDeniedAttempts(db: Primary, now: Date): Promise<void> {
  await db
    .delete(deniedAttempts)
    .where(and(eq(deniedAttempts.attempts, 1), lt(deniedAttempts.hourAt, daysBefore(now, 1))))
}
