import type { DemoUser } from '../demo-users'
import { cancel } from '../life/consents'
import { assign, change, note, rate, reveal, validate } from '../life/customer'
import type { Life } from '../life/life'
import { blockPoint, changePoint, retirePoint } from '../life/points'
import { BLOCK_REASONS, CANCEL_REASONS, COMPANY_NOTES, HOW_MET, NOTES } from '../vocabulary/words'
import { mobileOf } from './numbers'

type Doing = (life: Life, when: { at: Date; by: DemoUser }) => void

/** What staff do with a customer over the years, and how likely each is. */
const DOINGS: readonly [probability: number, doing: Doing][] = [
  [0.55, (life, when) => rate(life, when, [5, 5, 4, 4, 4, 3, 2, 1][life.telling.dice.int(0, 7)]!)],
  [0.65, (life, when) => assign(life, when, when.by)],
  [0.5, writeNote],
  [0.3, writeNote],
  [0.2, writeNote],
  [0.3, confirm],
  [0.15, (life, when) => change(life, when, { howMet: life.telling.dice.pick(HOW_MET) })],
  [0.16, newNumber],
  [
    0.1,
    (life, when) => withSome(life, (point) => blockPoint(life, when, point, life.telling.dice.pick(BLOCK_REASONS))),
  ],
  [0.07, (life, when) => withSome(life, (point) => retirePoint(life, when, point))],
  [0.25, (life, when) => withSome(life, (point) => reveal(life, when, point))],
  [0.2, (life, when) => (life.customer.documentNumber ? reveal(life, when, 'document') : undefined)],
  [0.12, unsubscribe],
]

/** Those that happen to this customer, in any order. */
export function doingsOf({ telling: { dice } }: Life): Doing[] {
  const drawn = DOINGS.filter(([probability]) => dice.chance(probability)).map(([, doing]) => ({
    doing,
    place: dice.next(),
  }))
  return drawn.sort((a, b) => a.place - b.place).map(({ doing }) => doing)
}

function writeNote(life: Life, when: { at: Date; by: DemoUser }) {
  note(life, when, life.telling.dice.pick(life.customer.kind === 'company' ? COMPANY_NOTES : NOTES))
}

function confirm(life: Life, when: { at: Date; by: DemoUser }) {
  const { documentNumber, birthOn } = life.customer
  validate(life, when, [
    'name',
    ...(documentNumber ? ['document' as const] : []),
    ...(birthOn ? ['birthOn' as const] : []),
  ])
}

function newNumber(life: Life, when: { at: Date; by: DemoUser }) {
  const mobile = life.points.find(({ channel, normalized }) => channel === 'mobile' && normalized.startsWith('+55'))
  if (mobile) changePoint(life, when, mobile, mobileOf(life.telling.dice, mobile.normalized.slice(3, 5)))
}

function withSome(life: Life, then: (point: Life['points'][number]) => void) {
  const live = life.points.filter(({ retiredAt, blockedAt }) => !retiredAt && !blockedAt)
  if (live.length) then(life.telling.dice.pick(live))
}

/** By the customer's own hand, through the link below a message. */
function unsubscribe(life: Life, { at }: { at: Date }) {
  if (!life.points.some(({ channel }) => channel === 'email')) return
  const reason = life.telling.dice.pick(CANCEL_REASONS)
  cancel(life, { at, by: null }, { preference: 'email', purpose: 'marketing', origin: 'public_link', reason })
}
