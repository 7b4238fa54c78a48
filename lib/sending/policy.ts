import {
  byPreference,
  stoppedBy,
  type Purpose,
  type Suppression,
  type RecordedPreference,
} from '@/lib/contact-policy/policy'
import type { SendChannel } from './address'

/** What `sendRefusal` needs to know about a send. */
export type SendContext = {
  journey: { purpose: Purpose; retiredAt: Date | null } | null
  /** The channel of the chosen message; null if the message was written for this send. */
  messageChannel: SendChannel | null
  channel: SendChannel
  point: { blockedAt: Date | null } | null
  preference: RecordedPreference | undefined
  suppressions: Suppression[]
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

/** The failure of a planned send that a rule now forbids: a code under `sending.failures`. */
export type Withheld = `withheld.${SendRule}`

/** Why a send is forbidden, since when, and whether an override reason can allow it. */
export type Objection = { rule: SendRule; at?: Date; overridable: boolean }

/**
 * Returns the strictest objection to a send, or null. It checks the journey and the channel first, then the address, then the customer's
 * preference. Only service messages can be overridden, and never those to an address that bounced or complained.
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
  const suppressed = stoppedBy(suppressions, journey.purpose, preference)
  if (suppressed) return { rule: suppressed.reason, at: suppressed.at, overridable: false }
  const overridable = journey.purpose === 'service'
  if (point?.blockedAt) return { rule: 'point_blocked', at: point.blockedAt, overridable }
  const refusal = byPreference(preference, journey.purpose)
  if (!refusal) return null
  return { rule: refusal.rule === 'cancelled' ? 'cancelled' : 'no_record', at: refusal.at, overridable }
}
