import { byPreference, type Purpose, type RecordedPreference } from '@/lib/contact-policy/policy'
import type { SendChannel } from './address'

/** What a send is judged by. Dates tell since when. */
export type SendContext = {
  journey: { purpose: Purpose; retiredAt: Date | null } | null
  /** The channel of the chosen message; null when it was written for this send. */
  messageChannel: SendChannel | null
  channel: SendChannel
  point: { blockedAt: Date | null } | null
  preference: RecordedPreference | undefined
  suppressions: { purpose: 'marketing' | 'all'; reason: 'bounced' | 'complained' | 'unsubscribed'; at: Date }[]
}

export type SendRule =
  | 'no_journey'
  | 'journey_retired'
  | 'other_channel'
  | 'bounced'
  | 'complained'
  | 'unsubscribed'
  | 'point_blocked'
  | 'cancelled'
  | 'no_record'

/** What becomes of a send that was planned and that a rule stands against by now; a code under `sending.failures`. */
export type Withheld = `withheld.${SendRule}`

/** Why a send may not leave, since when, and whether a reason can lift it. */
export type Objection = { rule: SendRule; at?: Date; overridable: boolean }

/**
 * The strictest objection to a send, or null. Journey and channel first, then what the address itself says, then the customer's wish.
 * Only service messages can be sent against a wish, and never to an address that bounced or complained.
 */
export function sendRefusal({
  journey,
  messageChannel,
  channel,
  point,
  preference,
  suppressions,
}: SendContext): Objection | null {
  if (!journey) return { rule: 'no_journey', overridable: false }
  if (journey.retiredAt) return { rule: 'journey_retired', at: journey.retiredAt, overridable: false }
  if (messageChannel && messageChannel !== channel) return { rule: 'other_channel', overridable: false }
  const suppressed = suppressions.find((s) => s.purpose === 'all' || journey.purpose === 'marketing')
  if (suppressed) return { rule: suppressed.reason, at: suppressed.at, overridable: false }
  const overridable = journey.purpose === 'service'
  if (point?.blockedAt) return { rule: 'point_blocked', at: point.blockedAt, overridable }
  const wish = byPreference(preference, journey.purpose)
  if (!wish) return null
  return { rule: wish.rule === 'cancelled' ? 'cancelled' : 'no_record', at: wish.at, overridable }
}
