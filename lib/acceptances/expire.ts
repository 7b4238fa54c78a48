import { and, asc, eq, lte } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptances } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { addEvidence, type Whole } from './evidence'
import { change, lockAcceptance } from './signing/lock'

const BATCH = 200

/** Writes down which waiting acceptances ran out of time, the oldest first; answers how many. Safe to repeat and to run twice at once. */
export async function expireAcceptances(db: Primary, now: Date): Promise<number> {
  let expired = 0
  for (;;) {
    const due = await db
      .select({ customerId: acceptances.customerId, id: acceptances.id })
      .from(acceptances)
      .where(and(eq(acceptances.status, 'waiting'), lte(acceptances.expiresAt, now)))
      .orderBy(asc(acceptances.expiresAt))
      .limit(BATCH)
    for (const one of due) if (await db.transaction((tx) => expireOne(tx, one, now))) expired++
    if (due.length < BATCH) return expired
  }
}

/** False when it was decided meanwhile. */
export async function expireOne(tx: Primary, one: Whole, now: Date): Promise<boolean> {
  const held = await lockAcceptance(tx, one)
  if (!held || held.status !== 'waiting' || held.expiresAt > now) return false
  await change(tx, held, { status: 'expired', codeHash: null, codeExpiresAt: null })
  await addEvidence(tx, held, { kind: 'expired', at: now, details: { expiresAt: held.expiresAt.toISOString() } })
  const entry = { customerId: held.customerId, subject: `acceptance:${held.id}`, details: { protocol: held.protocol } }
  await record(tx, { userId: null, requestId: null, now }, { event: 'acceptance.expired', ...entry })
  return true
}
