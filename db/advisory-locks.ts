import { sql, type SQL } from 'drizzle-orm'
import type { Primary } from './handles'

/** The number of each advisory lock, in one list so that no two locks share a number. */
export const ADVISORY_LOCKS = {
  /** One process migrates at a time. */
  migrations: 7_264_201,
  /** Imports write one batch at a time, so that two files with the same person do not both create the customer. */
  imports: 7_264_202,
  /** One process fills the demo at a time. */
  demo: 7_264_203,
  /** Seeds of hashed locks, one per subject: see `lockSubject`. */
  taxIds: 7_264_204,
  webhooks: 7_264_205,
  /** Merges and undos share it. An import takes it alone, because it matches rows to customers before it locks these. */
  merges: 7_264_206,
  scheduledChanges: 7_264_207,
} as const

type AdvisoryLock = keyof typeof ADVISORY_LOCKS

/** Takes the lock until the transaction ends. */
export const lockFor = (lock: AdvisoryLock): SQL => sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS[lock]})`

/** Takes the lock beside others that share it; whoever takes it alone waits for all of them. */
export const shareLock = (lock: AdvisoryLock): SQL => sql`select pg_advisory_xact_lock_shared(${ADVISORY_LOCKS[lock]})`

/** Takes the lock of one subject until the transaction ends; equal texts share a lock, and different kinds do not. */
export const lockSubject = (lock: AdvisoryLock, subject: string): SQL =>
  sql`select pg_advisory_xact_lock(hashtextextended(${subject}, ${ADVISORY_LOCKS[lock]}))`

/** Tries to take the lock of one subject until the transaction ends; returns false, without waiting, when another transaction has it. */
export async function tryLockSubject(tx: Primary, lock: AdvisoryLock, subject: string): Promise<boolean> {
  const { rows } = await tx.execute<{ isLocked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${subject}, ${ADVISORY_LOCKS[lock]})) as "isLocked"`,
  )
  return rows[0]?.isLocked === true
}
