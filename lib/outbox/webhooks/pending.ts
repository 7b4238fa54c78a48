import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { lockSubject } from '@/db/advisory-locks'
import type { Primary } from '@/db/handles'
import { webhookEvents } from '@/db/schema'
import { applyReport } from './apply'
import { readReport } from './read'
import type { Provider } from './report'

/** Makes the reports of a delivery and the worker that records its id wait for each other: neither may miss what the other has not committed. */
export async function lockReports(tx: Primary, provider: Provider, providerId: string): Promise<void> {
  await tx.execute(lockSubject('webhooks', `${provider}:${providerId}`))
}

const PENDING_MAX = 100

/** Reports that came before their delivery's id was known, in the order they came; at most 100. */
export async function processPending(tx: Primary, provider: Provider, providerId: string): Promise<void> {
  const waiting = await tx
    .select({ eventId: webhookEvents.eventId, body: webhookEvents.body })
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.provider, provider),
        eq(webhookEvents.providerId, providerId),
        isNull(webhookEvents.processedAt),
      ),
    )
    .orderBy(asc(webhookEvents.receivedAt))
    .limit(PENDING_MAX)
  for (const { eventId, body } of waiting) {
    const report = readReport(provider, body)
    if (report && !(await applyReport(tx, report, { requestId: null }))) continue
    await markProcessed(tx, provider, eventId)
  }
}

export async function markProcessed(tx: Primary, provider: Provider, eventId: string): Promise<void> {
  await tx
    .update(webhookEvents)
    .set({ processedAt: sql`now()` })
    .where(and(eq(webhookEvents.provider, provider), eq(webhookEvents.eventId, eventId)))
}
