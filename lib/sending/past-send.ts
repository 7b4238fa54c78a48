import type { PROVIDERS } from '@/db/schema'
import type { Purpose } from '@/lib/contact-policy/policy'
import type { SendChannel } from './address'
import type { InteractionKind } from './next-state'

/** A message that another system sent, with its events. */
export type PastSend = {
  customerId: string
  at: Date
  channel: SendChannel
  /** Normalised: E.164 or lower case. */
  address: string
  journeyId: string | null
  /** The text as it was sent. */
  message: {
    journeyMessageId: string | null
    step: number | null
    name: string
    purpose: Purpose
    subject: string | null
    body: string
  }
  /** Null if it was not a user of the portal. */
  sentBy?: string | null
  test?: boolean
  certificateUrl?: string | null
  provider: (typeof PROVIDERS)[number]
  /** At most one of a kind. */
  events: readonly { kind: InteractionKind; at: Date; rawCode: string | null }[]
}
