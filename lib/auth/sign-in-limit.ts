import { createHash } from 'node:crypto'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { signInFailures } from '@/db/schema'
import { newId } from '@/lib/values/ids'

export const WINDOW_SECONDS = 15 * 60
export const FAILURES_PER_EMAIL = 5
export const FAILURES_PER_ADDRESS = 30

type Counted = { key: Buffer; limit: number }

/** `last`: this try reaches the limit. */
export type Reservation = { ok: true; ids: string[]; last: boolean } | { ok: false; waitSeconds: number }

export function limitsOf(email: string, address: string | null): Counted[] {
  const counted = [{ key: sha256(`email:${email}`), limit: FAILURES_PER_EMAIL }]
  if (address) counted.push({ key: sha256(`address:${address}`), limit: FAILURES_PER_ADDRESS })
  return counted
}

/**
 * Counts a try as a failure before the password is checked, one try per key at a time, so that parallel tries
 * cannot exceed the limit. After a success, `release` removes it.
 */
export function reserve(db: Db, counted: Counted[], now: Date): Promise<Reservation> {
  return db.transaction(async (tx) => {
    const waits: number[] = []
    let last = false
    // Always in the same order, so that two tries with the same keys cannot deadlock.
    for (const { key, limit } of [...counted].sort((a, b) => Buffer.compare(a.key, b.key))) {
      await tx.execute(sql`select pg_advisory_xact_lock(${key.readBigInt64BE().toString()}::bigint)`)
      const failures = await recent(tx, key, limit, now)
      const oldest = failures.at(-1)
      if (failures.length >= limit && oldest) waits.push(oldest.at.getTime() + WINDOW_SECONDS * 1000 - now.getTime())
      if (failures.length === limit - 1) last = true
    }
    if (waits.length) return { ok: false, waitSeconds: Math.ceil(Math.max(...waits) / 1000) }
    const rows = counted.map(({ key }) => ({ id: newId(), key, at: now }))
    await tx.insert(signInFailures).values(rows)
    return { ok: true, ids: rows.map((r) => r.id), last }
  })
}

/** Removes a successful try, and the earlier failures of its e-mail. */
export async function release(db: Db, ids: string[], email: string): Promise<void> {
  await db.delete(signInFailures).where(inArray(signInFailures.id, ids))
  await db.delete(signInFailures).where(eq(signInFailures.key, sha256(`email:${email}`)))
}

const recent = (db: Db, key: Buffer, limit: number, now: Date) =>
  db
    .select({ at: signInFailures.at })
    .from(signInFailures)
    .where(and(eq(signInFailures.key, key), gt(signInFailures.at, new Date(now.getTime() - WINDOW_SECONDS * 1000))))
    .orderBy(sql`${signInFailures.at} desc`)
    .limit(limit)

const sha256 = (text: string) => createHash('sha256').update(text).digest()
