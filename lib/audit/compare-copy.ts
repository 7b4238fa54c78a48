import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditEvents } from '@/db/schema'
import type { Head } from './signature'

/** Returns the first copied head whose event is missing or has another hash; null when all are in the history. */
export async function firstHeadNotInHistory(db: Primary, heads: readonly Head[]): Promise<Head | null> {
  for (const head of heads) {
    const key = and(eq(auditEvents.customerId, head.customerId), eq(auditEvents.seq, head.seq))
    const [event] = await db.select({ hash: auditEvents.hash }).from(auditEvents).where(key)
    if (!event?.hash.equals(head.hash)) return head
  }
  return null
}
