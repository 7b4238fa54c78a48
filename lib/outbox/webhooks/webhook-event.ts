import type { PROVIDERS } from '@/db/schema/sending'
import type { InteractionKind } from '@/lib/sending/next-state'

export type Provider = (typeof PROVIDERS)[number]

/** An event that a provider reported, in our terms. */
export type WebhookEvent = {
  provider: Provider
  /** The provider's id of the delivery. */
  providerId: string | null
  /** Our id, if the provider returns it. */
  deliveryId: string | null
  /** Null if the event is not an interaction. */
  kind: InteractionKind | null
  occurredAt: Date
  /** The provider's own name for it. */
  rawCode: string
  /** Why nothing more may be sent to the address, or null. */
  suppress: 'bounced' | 'complained' | null
  /** The message, if the event repeats it. It identifies a delivery whose answer was lost. */
  repeatedMessage?: { to: string; text: string }
}
