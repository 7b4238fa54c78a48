import type { PROVIDERS } from '@/db/schema/sending'
import type { Ids } from '@/lib/values/ids'
import type { InteractionKind } from '@/lib/sending/next-state'

export type Provider = (typeof PROVIDERS)[number]

export const REPLY_CHANNELS = ['sms', 'whatsapp'] as const

/** A message from a customer. */
export type Reply = { channel: (typeof REPLY_CHANNELS)[number]; from: string; text: string }

/** An event that a provider reported, in our terms. */
export type WebhookEvent = {
  provider: Provider
  /** The provider's id of the delivery. */
  providerId: string | null
  /** Our id, if the provider returns it. */
  deliveryId: string | null
  /** Null if the event is not an interaction. */
  kind: InteractionKind | null
  /** Null if the event does not say when it happened. */
  occurredAt: Date | null
  /** The provider's own name for it. */
  rawCode: string
  /** Why nothing more may be sent to the address, or null. */
  suppress: 'bounced' | 'complained' | null
  /** The message, if the event repeats it. It identifies a delivery whose answer was lost. */
  repeatedMessage?: { to: string; text: string }
  reply?: Reply
}

/** `now` defaults to the current time. */
export type Context = { requestId: string | null; now?: Date | undefined; ids?: Ids | undefined }
