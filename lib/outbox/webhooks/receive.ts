import type { Primary } from '@/db/handles'
import { webhookEvents } from '@/db/schema'
import { sanitizeJson } from '@/lib/values/sanitize-text'
import type { Ids } from '@/lib/values/ids'
import { applyReport } from './apply'
import { lockReports, markProcessed, processPending } from './pending'
import { readReport } from './read'
import type { Provider } from './report'

type Incoming = { provider: Provider; eventId: string; body: unknown; requestId?: string; now?: Date; ids?: Ids }

const EVENT_ID_MAX = 500

export type Received = 'processed' | 'pending' | 'duplicate' | 'ignored'

/**
 * Takes a verified report: kept once under the provider's id of it, and brought to its delivery in the same transaction; kept pending while
 * its delivery is not known. `ignored`: nothing we understand, and nothing kept.
 */
export async function receiveReport(
  db: Primary,
  { provider, eventId, body: sent, requestId, now, ids }: Incoming,
): Promise<Received> {
  const body = sanitizeJson(sent)
  const report = readReport(provider, body)
  if (!report || eventId.length > EVENT_ID_MAX) return 'ignored'
  const { providerId, rawCode: kind } = report
  return db.transaction(async (tx) => {
    if (providerId) await lockReports(tx, provider, providerId)
    const kept = await tx
      .insert(webhookEvents)
      .values({ provider, eventId, providerId, kind, body, receivedAt: now ?? new Date() })
      .onConflictDoNothing()
      .returning({ eventId: webhookEvents.eventId })
    if (!kept.length) return 'duplicate'
    if (!(await applyReport(tx, report, { requestId: requestId ?? null, now, ids }))) return 'pending'
    await markProcessed(tx, provider, eventId)
    if (providerId && report.repeatedMessage) await processPending(tx, provider, providerId)
    return 'processed'
  })
}
