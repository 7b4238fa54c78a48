import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditEvents } from '@/db/schema'
import type { Head } from './signature'

/** Compares the copied chain heads with the history. Returns the first head that has no event, or an event with another hash, or null. */
export async function firstHeadNotInHistory(db: Primary, heads: readonly Head[]): Promise<Head | null> {
  for (const head of heads) {
    const key = and(eq(auditEvents.customerId, head.customerId), eq(auditEvents.seq, head.seq))
    const [event] = await db.select({ hash: auditEvents.hash }).from(auditEvents).where(key)
    if (!event?.hash.equals(head.hash)) return head
  }
  return null
}
