import type { CHANNELS } from '@/db/schema/contacts'
import type { PREFERENCES, PURPOSES } from '@/db/schema/consents'

type Channel = (typeof CHANNELS)[number]
export type Means = (typeof PREFERENCES)[number]
export type Purpose = (typeof PURPOSES)[number]

/** From the most to the least permissive. */
export const VERDICTS = ['yes', 'choose', 'no_record', 'no'] as const
export type Verdict = (typeof VERDICTS)[number]

type Rule = 'primary' | 'choose_primary' | 'no_record' | 'all_blocked' | 'cancelled' | 'no_point'

/** The strictest verdict and the rule behind it; `from` is the merged record that caused it, when it is not the customer's own. */
export type Answer = {
  verdict: Verdict
  rule: Rule
  at?: Date
  by?: string | null
  pointId?: string
  from?: string | null
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
): Answer {
  const reachable = SERVED_BY[means].flatMap((channel) => points.filter((p) => p.channel === channel))
  const recorded = preferences.find((p) => p.preference === means && p.purpose === purpose)
  return strictest([byPoints(reachable), byPreference(recorded, purpose)])
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
    return { verdict: 'no', rule: 'cancelled', at: recorded.at, by: recorded.by, from: recorded.from }
  if (!recorded && purpose === 'marketing') return { verdict: 'no_record', rule: 'no_record' }
  return undefined
}

/** Among equally strict rules, the one that a user can do most about is reported. */
const TELLING: readonly Rule[] = ['no_point', 'cancelled', 'all_blocked', 'no_record', 'choose_primary', 'primary']

function strictest([first, ...rest]: readonly [Answer, ...(Answer | undefined)[]]): Answer {
  return rest.reduce<Answer>((worst, next) => (next && stricter(next, worst) ? next : worst), first)
}

function stricter(a: Answer, b: Answer): boolean {
  const by = VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict)
  return by > 0 || (by === 0 && TELLING.indexOf(a.rule) < TELLING.indexOf(b.rule))
}
