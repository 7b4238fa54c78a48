import { choicesOf } from './recipient-choices'
import type { Recipient, Recipients } from './recipients'

const blocked = { rule: 'point_blocked', overridable: true } as const
const bounced = { rule: 'bounced', overridable: false } as const

const point = (pointId: string, over: Partial<Recipient> = {}): Recipient => ({
  pointId,
  shown: pointId,
  label: null,
  primary: false,
  previous: false,
  objection: null,
  ...over,
})
const recipients = (points: Recipient[], over: Partial<Recipients> = {}): Recipients => ({
  points,
  typed: null,
  canOverride: false,
  needsReason: false,
  ...over,
})

it('offers recipients without an objection, and with the permission also those that a reason can override', () => {
  const points = [point('a'), point('b', { objection: blocked }), point('c', { objection: bounced })]
  const ids = (canOverride: boolean) => {
    const { open, closed } = choicesOf(recipients(points, { canOverride }), false)
    return [open, closed].map((list) => list.map(({ pointId }) => pointId).join(''))
  }
  expect(ids(false)).toEqual(['a', 'bc'])
  expect(ids(true)).toEqual(['ab', 'c'])
})

it.each<[string, Recipients, boolean, string | undefined]>([
  [
    'the first point without an objection',
    recipients([point('a', { objection: blocked }), point('b')]),
    false,
    'point:b',
  ],
  ['a typed address when there is no point', recipients([]), false, 'new'],
  [
    'nothing when every point needs a reason',
    recipients([point('a', { objection: blocked })], { canOverride: true }),
    false,
    undefined,
  ],
  ['the point of the earlier message', recipients([point('a'), point('b', { previous: true })]), true, 'point:b'],
  ['the earlier address that is no point any more', recipients([point('a')]), true, 'same'],
  [
    'nothing when the point of the earlier message is refused',
    recipients([point('a'), point('b', { previous: true, objection: bounced })]),
    true,
    undefined,
  ],
])('starts with %s', (_, all, sentBefore, expected) => {
  expect(choicesOf(all, sentBefore).preselected).toBe(expected)
})

it('offers no address to type when the customer refused the channel', () => {
  const refused = recipients([], { typed: { rule: 'cancelled', overridable: true } })
  expect(choicesOf(refused, true)).toMatchObject({ canType: false, offersPrevious: false })
  expect(choicesOf({ ...refused, canOverride: true }, true)).toMatchObject({ canType: true, offersPrevious: true })
})
