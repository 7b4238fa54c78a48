import { and, desc, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { consents, marketingCancellations } from '@/db/schema'
import { record } from '@/lib/audit/record'
import type { Ids } from '@/lib/values/ids'

type Consent = typeof consents.$inferInsert

type Cancellation = Pick<Consent, 'customerId' | 'preference' | 'purpose'> & {
  /** The origin of the cancellation, the person's reason, and the text that they saw. */
  evidence: Pick<Consent, 'origin' | 'reason' | 'textShown' | 'ip'>
  /** When it happened; `now` is when it is recorded. */
  at: Date
  now: Date
  requestId: string | null
  ids: Ids
}

/**
 * Records that a person, without a session, cancelled one preference and purpose, inside the caller's transaction and under the lock of the
 * customer's group. Returns false, and changes nothing, when it is cancelled already.
 */
export async function recordCancellation(tx: Primary, cancellation: Cancellation): Promise<boolean> {
  const { customerId, preference, purpose, evidence, at, now, requestId, ids } = cancellation
  const [newest] = await tx
    .select({ action: consents.action })
    .from(consents)
    .where(and(eq(consents.customerId, customerId), eq(consents.preference, preference), eq(consents.purpose, purpose)))
    .orderBy(desc(consents.id))
    .limit(1)
  if (newest?.action === 'cancelled') return false
  const id = ids.row()
  await tx.insert(consents).values({ customerId, id, preference, purpose, action: 'cancelled', at: now, ...evidence })
  await record(
    tx,
    { userId: null, requestId, now: at },
    {
      event: 'consent.cancelled',
      customerId,
      subject: `consent:${id}`,
      details: { preference, purpose, origin: evidence.origin },
    },
  )
  return true
}

/** Records the address to which the person stopped promotional messages, beside the cancelled consents. */
export const recordMarketingCancellation = async (
  tx: Primary,
  cancellation: typeof marketingCancellations.$inferInsert,
): Promise<void> => {
  await tx.insert(marketingCancellations).values(cancellation)
}
