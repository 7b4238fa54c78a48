import { z } from 'zod'
import type { WebhookEvent } from './webhook-event'

export const SIMULATED_KINDS = ['delivered', 'opened', 'clicked', 'bounced', 'complained'] as const

export const simulatedEvent = z.strictObject({
  deliveryId: z.uuid(),
  kind: z.enum(SIMULATED_KINDS),
  at: z.coerce.date(),
})

/** Reads a simulated event; null for anything else. */
export function readOffline(sent: unknown): WebhookEvent | null {
  const { deliveryId, kind, at } = simulatedEvent.safeParse(sent).data ?? {}
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
