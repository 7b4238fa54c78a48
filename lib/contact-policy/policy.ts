import type { CHANNELS } from '@/db/schema/contacts'
import type { PREFERENCES, PURPOSES } from '@/db/schema/consents'

type Channel = (typeof CHANNELS)[number]
export type Means = (typeof PREFERENCES)[number]
export type Purpose = (typeof PURPOSES)[number]

/** From the most to the least permissive. */
export const VERDICTS = ['yes', 'choose', 'no_record', 'no'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A suppressed address: no promotions, or no messages at all, may be sent to it. */
export type Suppression = {
  purpose: 'marketing' | 'all'
  reason: 'bounced' | 'complained' | 'unsubscribed'
  at: Date
}
export type PointSuppression = Suppression & { pointId: string }

type Rule =
  | 'primary'
  | 'choose_primary'
  | 'no_record'
  | 'all_blocked'
  | 'cancelled'
  | 'no_point'
  | Suppression['reason']

/** The strictest verdict and the rule behind it; `from` is the merged record that caused it, when it is not the customer's own. */
export type Answer = {
  verdict: Verdict
  rule: Rule
  at?: Date
  by?: string | null
  pointId?: string
  from?: string | null
  /** Whether a cancelled preference was never accepted before. */
  isRefusal?: boolean
}

export type ReachablePoint = {
  id: string
  channel: Channel
  primary: boolean
  blockedAt: Date | null
  blockedBy?: string | null
  blockedIn?: string | null
  from?: string | null
}
export type RecordedPreference = {
  preference: Means
  purpose: Purpose
  action: 'accepted' | 'cancelled'
  isRefusal?: boolean
  at: Date
  by?: string | null
  from?: string | null
}

/** The channels whose points serve a means of contact, the preferred one first. */
export const SERVED_BY: Record<Means, readonly Channel[]> = {
  sms: ['mobile'],
  whatsapp: ['whatsapp'],
  email: ['email'],
  agenda: ['mobile', 'landline'],
}

/** In display order. */
export const MEANS = ['sms', 'whatsapp', 'email', 'agenda'] as const satisfies readonly Means[]

/**
 * Whether a customer may be contacted by a means for a purpose: the strictest verdict of preference, points and purpose.
 * `points` are the live ones of any channel; `preferences` have at most one row for each means and purpose.
 */
export function canContact(
  points: readonly ReachablePoint[],
  preferences: readonly RecordedPreference[],
  means: Means,
  purpose: Purpose,
  suppressions: readonly PointSuppression[] = [],
): Answer {
  const reachable = SERVED_BY[means].flatMap((channel) => points.filter((p) => p.channel === channel))
  const recorded = preferences.find((p) => p.preference === means && p.purpose === purpose)
  return strictest([bySuppressions(reachable, suppressions, purpose, recorded), byPreference(recorded, purpose)])
}

/**
 * The suppression that stops messages of this purpose to an address, or undefined. Who unsubscribed and accepted again later, as the ledger
 * shows, gets messages again; a bounce and a complaint remain.
 */
export const stoppedBy = <S extends Suppression>(
  suppressions: readonly S[],
  purpose: Purpose,
  preference: RecordedPreference | undefined,
): S | undefined =>
  suppressions.find(({ purpose: stopped, reason, at }) => {
    if (stopped !== 'all' && purpose !== 'marketing') return false
    return reason !== 'unsubscribed' || preference?.action !== 'accepted' || preference.at <= at
  })

/** Returns the verdict of the points that are not suppressed; if all are, that of the suppression. */
function bySuppressions(
  points: readonly ReachablePoint[],
  suppressions: readonly PointSuppression[],
  purpose: Purpose,
  preference: RecordedPreference | undefined,
): Answer {
  const stops = (point: ReachablePoint) =>
    stoppedBy(
      suppressions.filter(({ pointId }) => pointId === point.id),
      purpose,
      preference,
    )
  const open = points.filter((point) => !point.blockedAt)
  const left = open.filter((point) => !stops(point))
  const stopped = open.map(stops).find((one) => one !== undefined)
  if (!stopped) return byPoints(points)
  return left.length
    ? byPoints(left)
    : { verdict: 'no', rule: stopped.reason, at: stopped.at, pointId: stopped.pointId }
}

/** The verdict of the points alone. */
export function byPoints(points: readonly ReachablePoint[]): Answer {
  if (!points.length) return { verdict: 'no', rule: 'no_point' }
  const allowed = points.filter((p) => !p.blockedAt)
  if (!allowed.length) return { verdict: 'no', rule: 'all_blocked', ...lastBlocked(points) }
  const primary = allowed.find((p) => p.primary)
  return primary
    ? { verdict: 'yes', rule: 'primary', pointId: primary.id, from: primary.from }
    : { verdict: 'choose', rule: 'choose_primary' }
}

function lastBlocked(points: readonly ReachablePoint[]) {
  const [last] = [...points].sort((a, b) => (b.blockedAt?.getTime() ?? 0) - (a.blockedAt?.getTime() ?? 0))
  return { at: last?.blockedAt ?? undefined, by: last?.blockedBy, pointId: last?.id, from: last?.blockedIn }
}

/** The verdict of the preference alone; undefined when it allows the contact. Promotions need a recorded acceptance (LGPD art. 7, I). */
export function byPreference(recorded: RecordedPreference | undefined, purpose: Purpose): Answer | undefined {
  if (recorded?.action === 'cancelled')
    return {
      verdict: 'no',
      rule: 'cancelled',
      at: recorded.at,
      by: recorded.by,
      from: recorded.from,
      isRefusal: recorded.isRefusal,
    }
  if (!recorded && purpose === 'marketing') return { verdict: 'no_record', rule: 'no_record' }
  return undefined
}

/** Among equally strict rules, the one that a user can do most about is reported. */
const TELLING: readonly Rule[] = [
  'no_point',
  'complained',
  'bounced',
  'cancelled',
  'unsubscribed',
  'all_blocked',
  'no_record',
  'choose_primary',
  'primary',
]

function strictest([first, ...rest]: readonly [Answer, ...(Answer | undefined)[]]): Answer {
  return rest.reduce<Answer>((worst, next) => (next && stricter(next, worst) ? next : worst), first)
}

function stricter(a: Answer, b: Answer): boolean {
  const by = VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict)
  return by > 0 || (by === 0 && TELLING.indexOf(a.rule) < TELLING.indexOf(b.rule))
}
