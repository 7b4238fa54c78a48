import { env } from '@/lib/env'
import type { SendChannel } from '@/lib/sending/address'
import { issueLink } from '@/lib/sending/links'
import type { PastSend } from '@/lib/sending/past-send'
import { recordPastSends } from '@/lib/sending/record-past-sends'
import { fillIn } from '@/lib/sending/render'
import type { InteractionKind } from '@/lib/sending/next-state'
import { unsubscribe as unsubscribeCommand } from '@/lib/sending/unsubscribe'
import { DEMO_JOURNEYS, type DemoMessage } from '../journeys'
import { minutesAfter } from '../seed-clock'
import { accepted, type OutsideStep } from '../timeline'
import type { Outcome } from '../vocabulary/outcomes'
import type { Sent } from './documents'

/** The providers' own words for what happens. */
const RAW_CODES: Record<SendChannel, Partial<Record<InteractionKind, string>>> = {
  email: {
    sent: 'email.sent',
    failed: 'email.failed',
    delivered: 'email.delivered',
    bounced: 'email.bounced',
    opened: 'email.opened',
    clicked: 'email.clicked',
    complained: 'email.complained',
  },
  sms: { sent: 'SENT', failed: 'REJECTED', delivered: 'DELIVERED', bounced: 'NOT_DELIVERED', replied: 'MESSAGE' },
  whatsapp: { sent: 'SENT', failed: 'REJECTED', delivered: 'DELIVERED', opened: 'READ', replied: 'MESSAGE' },
}

export type Automated = Pick<PastSend, 'customerId' | 'at' | 'address'> &
  Partial<Pick<PastSend, 'sentBy' | 'test' | 'certificateUrl'>> & {
    /** The name by which the message addresses the customer. */
    name: string
    message: DemoMessage
    outcome: Outcome
  }

/** A message that the journeys' own system sent, as `recordPastSends` takes it. */
export function pastSendOf({ name, message, outcome, at, ...send }: Automated): PastSend {
  const { id: journeyMessageId, journeyId, channel, step } = message
  const { purpose } = DEMO_JOURNEYS.find(({ id }) => id === journeyId)!
  const fill = { name, company: env().COMPANY_NAME }
  const subject = message.subject && fillIn(message.subject, fill)
  const text = { journeyMessageId, step, name: message.name, purpose, subject, body: fillIn(message.body, fill) }
  return {
    ...send,
    at,
    channel,
    journeyId,
    message: text,
    provider: channel === 'email' ? 'resend' : 'zenvia',
    events: outcome.map(([kind, minutes]) => ({
      kind,
      at: minutesAfter(at, minutes),
      rawCode: RAW_CODES[channel][kind] ?? null,
    })),
  }
}

/** Records messages of the past. `sent` gets the id of the last one. */
export const recordSends =
  (sends: readonly PastSend[], sent?: Sent): OutsideStep =>
  async ({ db }) => {
    const ids = await db.transaction((tx) => recordPastSends(tx, sends))
    if (sent) Object.assign(sent, { sendId: ids.at(-1) })
  }

/** IP addresses reserved for documentation (RFC 5737), used as the customer's. */
export const CUSTOMER_BROWSER = {
  ipAddress: '203.0.113.24',
  userAgent: 'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36',
  locale: 'pt-BR',
} as const

/** The customer unsubscribes through the link below a message, with a reason. */
export const unsubscribe =
  (sent: Sent, reason: string): OutsideStep =>
  async (moment) => {
    const { customerId, sendId } = sent
    const link = await issueLink(moment.db, 'unsubscribe', { customerId, subjectId: sendId!, expiresAt: null })
    const token = link.split('/').at(-1)!
    return accepted(unsubscribeCommand({ ...moment, ...CUSTOMER_BROWSER }, { token, reason }))
  }
