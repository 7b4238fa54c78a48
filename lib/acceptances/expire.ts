import { and, asc, eq, lte } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptances } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { addEvidence, type Whole } from '@/lib/evidence/evidence'
import { change, lockAcceptance } from './signing/lock'

const BATCH = 200

/** The states that a deadline ends. Each has its own partial index, so that they are read one after the other. */
const OPEN = ['waiting', 'pending'] as const

/**
 * Marks acceptances as expired after their deadline, the oldest first. They wait for the customer, or for the approval of a second
 * person. Returns how many. It is safe to repeat and to run twice at once.
 */
export async function expireAcceptances(db: Primary, now: Date): Promise<number> {
  let expired = 0
  for (const status of OPEN) expired += await expireAll(db, status, now)
  return expired
}

async function expireAll(db: Primary, status: (typeof OPEN)[number], now: Date): Promise<number> {
  let expired = 0
  for (;;) {
    const due = await db
      .select({ customerId: acceptances.customerId, id: acceptances.id })
      .from(acceptances)
      .where(and(eq(acceptances.status, status), lte(acceptances.expiresAt, now)))
      .orderBy(asc(acceptances.expiresAt))
      .limit(BATCH)
    for (const one of due) if (await db.transaction((tx) => expireOne(tx, one, now))) expired++
    if (due.length < BATCH) return expired
  }
}

/** Returns false if the acceptance has been decided in the meantime. */
export async function expireOne(tx: Primary, one: Whole, now: Date): Promise<boolean> {
  const acceptance = await lockAcceptance(tx, one)
  if (!acceptance || !OPEN.some((status) => status === acceptance.status) || acceptance.expiresAt > now) return false
  await change(tx, acceptance, { status: 'expired', codeHash: null, codeExpiresAt: null })
  await addEvidence(tx, acceptance, {
    kind: 'expired',
    at: now,
    details: { expiresAt: acceptance.expiresAt.toISOString() },
  })
  const entry = {
    customerId: acceptance.customerId,
    subject: `acceptance:${acceptance.id}`,
    details: { protocol: acceptance.protocol },
  }
  await record(tx, { userId: null, requestId: null, now }, { event: 'acceptance.expired', ...entry })
  return true
}
