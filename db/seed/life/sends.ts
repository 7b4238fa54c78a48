import { INTERACTION_KINDS } from '@/db/schema/sending'
import { env } from '@/lib/env'
import { addressHash, type SendChannel } from '@/lib/sending/address'
import type { InteractionKind } from '@/lib/sending/state-after'
import { fillIn } from '@/lib/sending/render'
import { minutesAfter } from '../calendar'
import { DEMO_JOURNEYS, type DemoMessage } from '../journeys'
import { type Life, type Moment, tell } from './life'

/** What became of a send: each kind so many minutes after it. */
export type Fate = readonly (readonly [kind: InteractionKind, minutes: number])[]

export type Sending = {
  message: DemoMessage
  /** The contact point it goes to, as it stands now. */
  to: { id: string; normalized: string }
  /** What the point said then, when it has been edited since. */
  address?: string
  fate: Fate
  documents?: readonly { id: string; title: string }[]
  test?: boolean
  certificateUrl?: string
  resendOf?: string
  overrideReason?: string
}

/** The providers' own words for what happens. */
const RAW: Record<SendChannel, Partial<Record<InteractionKind, string>>> = {
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

export const providerOf = (channel: SendChannel) => (channel === 'email' ? 'resend' : 'zenvia')
export const rawCodeOf = (channel: SendChannel, kind: InteractionKind) => RAW[channel][kind] ?? null

/** A message kept as sent, the send, and all that happened to it; what staff send stands in the history. Answers the send's id. */
export function send(life: Life, { at, by }: Moment, sending: Sending): string {
  const { customer, telling } = life
  const { message, to, fate, documents = [], test = false } = sending
  const journey = DEMO_JOURNEYS.find(({ id }) => id === message.journeyId)!
  const { channel, step, name, journeyId } = message
  const fill = {
    name: customer.preferredName ?? customer.name,
    company: env().COMPANY_NAME,
    documents: documents.map((d) => d.title),
  }
  const subject = message.subject && fillIn(message.subject, fill)
  const body = fillIn(message.body, fill)
  const [messageId, sendId] = [telling.dice.uuidV7(at), telling.dice.uuidV7(at)]
  const own = { customerId: customer.id, journeyId, channel, createdAt: at }
  life.messages.push({
    ...own,
    id: messageId,
    journeyMessageId: message.id,
    step,
    name,
    purpose: journey.purpose,
    subject,
    body,
  })
  const last = [...fate].sort(([a], [b]) => INTERACTION_KINDS.indexOf(a) - INTERACTION_KINDS.indexOf(b)).at(-1)
  life.sends.push({
    ...own,
    id: sendId,
    messageId,
    address: sending.address ?? to.normalized,
    pointId: to.id,
    test,
    state: last?.[0] ?? 'queued',
    stateAt: minutesAfter(at, last?.[1] ?? 0),
    sentBy: by?.id ?? null,
    resendOf: sending.resendOf ?? null,
    overrideReason: sending.overrideReason ?? null,
    certificateUrl: sending.certificateUrl ?? null,
  })
  life.sendDocuments.push(...documents.map((d) => ({ customerId: customer.id, documentId: d.id, sendId })))
  for (const [kind, minutes] of fate) happen(life, sendId, kind, minutesAfter(at, minutes))
  if (by) tellSend(life, { at, by }, sending, sendId, journey.name)
  return sendId
}

function happen(life: Life, sendId: string, kind: InteractionKind, occurredAt: Date): void {
  const { customer } = life
  const { channel, journeyId, test, address } = life.sends.find(({ id }) => id === sendId)!
  const reported = { provider: providerOf(channel), rawCode: rawCodeOf(channel, kind) } as const
  life.interactions.push({ customerId: customer.id, sendId, kind, channel, journeyId, test, occurredAt, ...reported })
  if (kind === 'bounced' || kind === 'complained')
    life.suppressions.push({ channel, addressHash: addressHash(address), reason: kind, purpose: 'all', at: occurredAt })
  if (test || kind === 'failed') return
  if (occurredAt > customer.lastActivityAt) customer.lastActivityAt = occurredAt
  if (customer.lastInteractionAt && customer.lastInteractionAt >= occurredAt) return
  Object.assign(customer, { lastInteractionAt: occurredAt, lastInteractionChannel: channel })
}

function tellSend(
  life: Life,
  when: Moment,
  { message, to, address, documents, resendOf, overrideReason }: Sending,
  sendId: string,
  journey: string,
) {
  tell(life, when, {
    event: resendOf || documents?.length ? 'message.resent' : 'message.sent',
    subject: `send:${sendId}`,
    before: null,
    after: { address: address ?? to.normalized, ...(overrideReason && { overrideReason }) },
    details: { channel: message.channel, journey, message: message.name, documents: documents?.length ?? 0 },
  })
}
