import type { DeliveryPayload } from '@/db/schema'
import type { Purpose } from '@/lib/contact-policy/policy'
import type { SendChannel } from './address'
import type { LinkSend } from './link-to-documents'
import type { Destination } from './destination'

/** What a command asks `planSend` to send. */
export type SendPlan = {
  channel: SendChannel
  journeyId: string | null
  /** The purpose of a message that a person writes outside of any journey. Without it, `journeyId` is required. */
  purpose?: Purpose
  /** A message of the journey, or the stored text of an earlier send. */
  message: { journeyMessageId: string } | SendText
  to: Destination
  documents?: { id: string; title: string }[]
  /** E-mails only. */
  attachments?: DeliveryPayload['attachments']
  /** Makes the link that replaces `{{link}}`, once the send has an id. */
  link?: (send: LinkSend) => Promise<string>
  resendOf?: string
  /** Why it is sent against the customer's preference. Needs `messages.override`. */
  overrideReason?: string | null
}

export type SendText = {
  name: string
  subject: string | null
  body: string
  journeyMessageId: string | null
  step: number | null
}

/** The journey of a send, or only a purpose for a message outside of any journey. */
export type SendJourney = { id: string | null; name: string | null; purpose: Purpose; retiredAt: Date | null }
