import { PREFERENCES, PURPOSES } from '@/db/schema/consents'
import {
  byPoints,
  byPreference,
  canContact,
  SERVED_BY,
  VERDICTS,
  type Answer,
  type ReachablePoint,
  type RecordedPreference,
} from './policy'

const day = new Date('2025-10-12T12:00:00Z')

const point = (over: Partial<ReachablePoint> = {}): ReachablePoint => ({
  id: 'p',
  channel: 'mobile',
  primary: false,
  blockedAt: null,
  ...over,
})
const primary = point({ id: 'primary', primary: true })
const plain = point({ id: 'plain' })
const blocked = point({ id: 'blocked', blockedAt: day, blockedBy: 'Júlia Ramos' })

const POINTS: [string, ReachablePoint[]][] = [
  ['no point', []],
  ['a blocked one', [blocked]],
  ['two blocked ones', [blocked, point({ id: 'later', blockedAt: new Date('2025-11-01') })]],
  ['an allowed one without a star', [plain]],
  ['a primary', [primary]],
  ['a primary beside a blocked one', [primary, blocked]],
  ['an allowed one beside a blocked one', [plain, blocked]],
]

const recorded = (over: Partial<RecordedPreference>): RecordedPreference => ({
  preference: 'sms',
  purpose: 'service',
  action: 'accepted',
  at: day,
  ...over,
})
const STATES = [undefined, 'accepted', 'cancelled'] as const

const rank = (answer?: Answer) => (answer ? VERDICTS.indexOf(answer.verdict) : 0)

const every = POINTS.flatMap(([name, points]) =>
  STATES.flatMap((state) =>
    PREFERENCES.flatMap((means) =>
      PURPOSES.map((purpose) => ({
        name: `${name}, ${state ?? 'no record'}, ${means} ${purpose}`,
        points,
        state,
        means,
        purpose,
      })),
    ),
  ),
)

describe('canContact', () => {
  test.each(every)(
    'is never more permissive than the points alone or the preference alone: $name',
    ({ points, state, means, purpose }) => {
      const served = points.map((p) => ({ ...p, channel: SERVED_BY[means][0]! }))
      const preference = state && recorded({ preference: means, purpose, action: state })
      const answer = canContact(served, preference ? [preference] : [], means, purpose)
      expect(rank(answer)).toBe(Math.max(rank(byPoints(served)), rank(byPreference(preference, purpose))))
    },
  )

  test.each<[string, ReachablePoint[], RecordedPreference[], 'service' | 'marketing', Partial<Answer>]>([
    ['service needs no record', [primary], [], 'service', { verdict: 'yes', rule: 'primary', pointId: 'primary' }],
    ['promotions need one', [primary], [], 'marketing', { verdict: 'no_record', rule: 'no_record' }],
    [
      'promotions with one go to the primary',
      [primary],
      [recorded({ purpose: 'marketing' })],
      'marketing',
      { verdict: 'yes', pointId: 'primary' },
    ],
    [
      'a cancellation for promotions leaves service alone',
      [primary],
      [recorded({ purpose: 'marketing', action: 'cancelled' })],
      'service',
      { verdict: 'yes' },
    ],
    [
      'an acceptance of service says nothing of promotions',
      [primary],
      [recorded({})],
      'marketing',
      { verdict: 'no_record' },
    ],
    [
      'a cancellation tells its date',
      [primary],
      [recorded({ action: 'cancelled' })],
      'service',
      { verdict: 'no', rule: 'cancelled', at: day },
    ],
    [
      'a cancellation tells more than a block',
      [blocked],
      [recorded({ action: 'cancelled' })],
      'service',
      { rule: 'cancelled' },
    ],
    [
      'a missing point tells more than a cancellation',
      [],
      [recorded({ action: 'cancelled' })],
      'service',
      { rule: 'no_point' },
    ],
    [
      'a block tells who and when',
      [blocked],
      [],
      'service',
      { verdict: 'no', rule: 'all_blocked', at: day, by: 'Júlia Ramos', pointId: 'blocked' },
    ],
    ['the latest of two blocks is reported', POINTS[2]![1], [], 'service', { rule: 'all_blocked', pointId: 'later' }],
    [
      'nobody is promoted in place of a missing primary',
      [plain, blocked],
      [],
      'service',
      { verdict: 'choose', rule: 'choose_primary' },
    ],
    ['a missing record is stricter than a missing primary', [plain], [], 'marketing', { verdict: 'no_record' }],
    [
      'an acceptance does not lift a block',
      [blocked],
      [recorded({})],
      'service',
      { verdict: 'no', rule: 'all_blocked' },
    ],
  ])('%s', (_, points, preferences, purpose, expected) => {
    expect(canContact(points, preferences, 'sms', purpose)).toMatchObject(expected)
  })

  test('an SMS does not go to a landline, an agenda call does', () => {
    const landline = point({ channel: 'landline', primary: true })
    expect(canContact([landline], [], 'sms', 'service')).toMatchObject({ verdict: 'no', rule: 'no_point' })
    expect(canContact([landline], [], 'agenda', 'service')).toMatchObject({ verdict: 'yes' })
  })

  test('an agenda call prefers the primary mobile, and uses the landline when mobiles are blocked', () => {
    const landline = point({ id: 'landline', channel: 'landline', primary: true })
    expect(canContact([landline, primary], [], 'agenda', 'service')).toMatchObject({ pointId: 'primary' })
    expect(canContact([landline, blocked], [], 'agenda', 'service')).toMatchObject({ pointId: 'landline' })
  })
})

describe('a suppressed address', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day))
  const email = (id: string, primary = true) => ({ id, channel: 'email' as const, primary, blockedAt: null })
  const accepted = (day: number) =>
    [{ preference: 'email', purpose: 'marketing', action: 'accepted', at: at(day) }] as const
  const stop = (reason: 'bounced' | 'complained' | 'unsubscribed', purpose: 'all' | 'marketing' = 'all') =>
    [{ pointId: 'a', reason, purpose, at: at(10) }] as const

  it.each([
    ['a bounce stops both purposes', stop('bounced'), 5, ['bounced', 'bounced']],
    ['a complaint is not lifted by a later acceptance', stop('complained'), 15, ['complained', 'complained']],
    ['an unsubscription stops promotions', stop('unsubscribed', 'marketing'), 5, ['primary', 'unsubscribed']],
    ['a later acceptance lifts an unsubscription', stop('unsubscribed', 'marketing'), 15, ['primary', 'primary']],
  ] as const)('%s', (_, suppressions, day, rules) => {
    const answers = (['service', 'marketing'] as const).map((purpose) =>
      canContact([email('a')], accepted(day), 'email', purpose, suppressions),
    )
    expect(answers.map(({ rule }) => rule)).toEqual(rules)
  })

  it('lets the user choose another address', () => {
    expect(canContact([email('a'), email('b', false)], accepted(5), 'email', 'service', stop('bounced'))).toMatchObject(
      {
        verdict: 'choose',
      },
    )
  })
})
