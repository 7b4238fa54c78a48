import { parseRecipient, type SendChannel } from '@/lib/sending/address'
import { type Random, randomOf } from '@/lib/values/random'
import { type Automated, pastSendOf, recordSends, unsubscribe } from '../activities/sends'
import { DEMO_JOURNEYS, JOURNEYS, type DemoMessage, messageOf } from '../journeys'
import { DAY_MS, minutesAfter, momentsBetween } from '../seed-clock'
import type { Timeline } from '../timeline'
import { type Outcome, OUTCOMES } from '../vocabulary/outcomes'
import { CANCEL_REASONS } from '../vocabulary/words'
import { groupedBy, type Inhabitant } from './newcomer'
import type { Profile } from './profile'

const USUAL: Record<SendChannel, readonly Outcome[]> = {
  email: [OUTCOMES.clicked, OUTCOMES.opened, OUTCOMES.opened, OUTCOMES.delivered, OUTCOMES.delivered, OUTCOMES.sent],
  sms: [OUTCOMES.delivered, OUTCOMES.delivered, OUTCOMES.delivered, OUTCOMES.failed, OUTCOMES.sent],
  whatsapp: [OUTCOMES.opened, OUTCOMES.opened, OUTCOMES.replied, OUTCOMES.delivered],
}

/** Longer than the longest outcome takes. */
const MARGIN_MINUTES = 200
const RECORDED_EVERY_MS = 30 * DAY_MS

/**
 * Records a few messages of the journeys to each customer, month by month. Some unsubscribe through the link of the
 * last one.
 */
export function addSends(timeline: Timeline, inhabitants: readonly Inhabitant[]): void {
  const sends = inhabitants.flatMap((inhabitant) => [
    ...messagesTo(timeline, inhabitant),
    ...lastMessageTo(timeline, inhabitant),
  ])
  const months = groupedBy(sends, ({ at }) => Math.floor(at.getTime() / RECORDED_EVERY_MS))
  for (const [month, ofMonth] of months) {
    const end = (month + 1) * RECORDED_EVERY_MS + MARGIN_MINUTES * 60_000
    const at = new Date(Math.min(end, timeline.now.getTime()))
    timeline.addOutside(at, recordSends(ofMonth.map(pastSendOf)))
  }
}

function messagesTo(timeline: Timeline, inhabitant: Inhabitant): Automated[] {
  const random = randomOf(`sends ${inhabitant.customerId}`)
  const addresses = addressesOf(inhabitant.profile)
  const [from, until] = [
    minutesAfter(inhabitant.arrivedAt, 30),
    minutesAfter(inhabitant.undisturbedUntil, -2 * MARGIN_MINUTES),
  ]
  if (until <= from || !addresses.length) return []
  const clock = { now: timeline.now, random }
  return momentsBetween(clock, from, until, random.int(0, 5)).map((at) => {
    const { channel, address } = random.pick(addresses)
    const outcome = random.pick(USUAL[channel])
    return {
      customerId: inhabitant.customerId,
      name: nameOf(inhabitant),
      at,
      address,
      outcome,
      message: messageFor(inhabitant, channel, random),
    }
  })
}

/** A few bounce, and a few unsubscribe: neither gets another message. */
function lastMessageTo(timeline: Timeline, inhabitant: Inhabitant): Automated[] {
  const random = randomOf(`last message ${inhabitant.customerId}`)
  const email = addressesOf(inhabitant.profile).find(({ channel }) => channel === 'email')
  const at = minutesAfter(inhabitant.undisturbedUntil, -MARGIN_MINUTES)
  if (!email || inhabitant.hasDocuments || at <= minutesAfter(inhabitant.arrivedAt, 30)) return []
  const send = { customerId: inhabitant.customerId, name: nameOf(inhabitant), at, address: email.address }
  if (random.chance(0.05))
    return [{ ...send, message: messageFor(inhabitant, 'email', random), outcome: OUTCOMES.bounced }]
  if (!mayPromote(inhabitant, 'email') || !random.chance(0.16)) return []
  const offer = pastSendOf({ ...send, message: messageOf(JOURNEYS.offers, 'email'), outcome: OUTCOMES.clicked })
  const sent = { customerId: inhabitant.customerId }
  timeline.addOutside(minutesAfter(at, 50), recordSends([offer], sent))
  timeline.addOutside(minutesAfter(at, 51), unsubscribe(sent, random.pick(CANCEL_REASONS)))
  return []
}

function addressesOf({ email, mobile, whatsapp }: Profile): { channel: SendChannel; address: string }[] {
  const typed = { email, sms: mobile, whatsapp }
  return (['email', 'sms', 'whatsapp'] as const).flatMap((channel) => {
    const address = typed[channel] && parseRecipient(channel, typed[channel])
    return address ? [{ channel, address }] : []
  })
}

const nameOf = ({ profile: { registration } }: Inhabitant) => registration.preferredName ?? registration.name

const mayPromote = ({ consents }: Inhabitant, channel: SendChannel) =>
  consents.some(({ preference, purpose }) => preference === channel && purpose === 'marketing')

/** Promotions only to customers who asked for them. Messages about documents go out with documents. */
function messageFor(inhabitant: Inhabitant, channel: SendChannel, random: Random): DemoMessage {
  const journeys = DEMO_JOURNEYS.filter(({ purpose }) => purpose === 'service' || mayPromote(inhabitant, channel))
  return random.pick(
    journeys.flatMap(({ messages }) => messages.filter((m) => m.channel === channel && !m.body.includes('{{link}}'))),
  )
}
