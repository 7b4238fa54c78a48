import { liveValues, removedValues, strictestConsent, type PointState } from './merged-points'

const day = (n: number) => new Date(Date.UTC(2025, 0, n))
let made = 0
const point = (customerId: string, normalized: string, over: Partial<PointState> = {}): PointState => ({
  customerId,
  id: `p${++made}`,
  channel: 'email',
  normalized,
  primaryAt: null,
  blockedAt: null,
  retiredAt: null,
  ...over,
})
const primaryAt = day(1)
const live = (...points: PointState[]) =>
  liveValues(points, 'root').map(({ point: { customerId, normalized }, blocked, primary }) => [
    customerId,
    normalized,
    Boolean(blocked),
    primary,
  ])

it('shows a value that two records share once, as the survivor’s own', () => {
  expect(live(point('old', 'a', { primaryAt }), point('root', 'a'), point('old', 'b'))).toEqual([
    ['root', 'a', false, true],
    ['old', 'b', false, false],
  ])
})

it('does not merge values of different channels', () => {
  expect(
    live(point('root', '+55', { channel: 'mobile' }), point('old', '+55', { channel: 'whatsapp', blockedAt: day(2) })),
  ).toEqual([
    ['root', '+55', false, false],
    ['old', '+55', true, false],
  ])
})

it.each([
  ['live', {}],
  ['removed', { retiredAt: day(3) }],
])('blocks a value when a %s point of any record is blocked, drops its star, and promotes no other', (_, over) => {
  expect(
    live(
      point('root', 'a', { primaryAt }),
      point('old', 'a', { blockedAt: day(2), ...over }),
      point('old', 'b', { primaryAt }),
    ),
  ).toEqual([
    ['root', 'a', true, false],
    ['old', 'b', false, false],
  ])
})

it.each<[string, PointState[], string | undefined]>([
  ['the customer’s own', [point('old', 'a', { primaryAt }), point('root', 'b', { primaryAt })], 'b'],
  ['an absorbed one’s where the customer has none', [point('old', 'a', { primaryAt }), point('root', 'b')], 'a'],
  ['two absorbed ones’ that agree', [point('old', 'a', { primaryAt }), point('older', 'a', { primaryAt })], 'a'],
  [
    'nobody’s when two absorbed ones differ',
    [point('old', 'a', { primaryAt }), point('older', 'b', { primaryAt })],
    undefined,
  ],
])('stars %s', (_, points, star) => {
  expect(
    liveValues(points, 'root')
      .filter((value) => value.primary)
      .map((value) => value.point.normalized),
  ).toEqual(star ? [star] : [])
})

it('counts a value as removed only when no record uses it', () => {
  const retiredAt = day(2)
  const points = [
    point('root', 'a', { retiredAt }),
    point('old', 'a'),
    point('root', 'b', { retiredAt }),
    point('old', 'b', { retiredAt }),
  ]
  expect(removedValues(points, 'root').map((value) => [value.point.customerId, value.point.normalized])).toEqual([
    ['root', 'b'],
  ])
})

it('prefers a cancellation to a newer acceptance, and the newest of several alike', () => {
  const said = (action: 'accepted' | 'cancelled', n: number) => ({ action, at: day(n) })
  expect(strictestConsent([said('accepted', 9), said('cancelled', 1), said('cancelled', 3)])).toEqual(
    said('cancelled', 3),
  )
  expect(strictestConsent([said('accepted', 1), said('accepted', 9)])).toEqual(said('accepted', 9))
  expect(strictestConsent([])).toBeUndefined()
})
