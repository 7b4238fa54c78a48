import { z } from 'zod'
import type { Report } from './report'

export const PLAYABLE = ['delivered', 'opened', 'clicked', 'bounced', 'complained'] as const

export const playedReport = z.strictObject({ deliveryId: z.uuid(), kind: z.enum(PLAYABLE), at: z.coerce.date() })

/** What somebody played on a delivery of the offline outbox. */
export function readOffline(sent: unknown): Report | null {
  const { deliveryId, kind, at } = playedReport.safeParse(sent).data ?? {}
  if (!deliveryId || !kind || !at) return null
  const suppress = kind === 'bounced' || kind === 'complained' ? kind : null
  return {
    provider: 'offline',
    providerId: deliveryId,
    deliveryId,
    kind,
    occurredAt: at,
    rawCode: `played.${kind}`,
    suppress,
  }
}
