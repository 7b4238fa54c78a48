import type { PROVIDERS } from '@/db/schema/sending'
import type { InteractionKind } from '@/lib/sending/next-state'

export type Provider = (typeof PROVIDERS)[number]

/** What a provider says happened, in our words. */
export type Report = {
  provider: Provider
  /** The provider's id of the delivery. */
  providerId: string | null
  /** Ours, where the provider gives it back. */
  deliveryId: string | null
  /** Null: nothing that is kept as an interaction. */
  kind: InteractionKind | null
  occurredAt: Date
  /** The provider's own word. */
  rawCode: string
  /** Nothing more goes to the address. */
  suppress: 'bounced' | 'complained' | null
  /** The message itself, where a report repeats it: finds a delivery whose answer was lost. */
  repeatedMessage?: { to: string; text: string }
}
