import { daysBefore, minutesAfter, momentsBetween } from '../calendar'
import { PAULISTA } from '../demo-stores'
import { DAVI, type DemoUser, JULIA, MARCOS, RAFAEL } from '../demo-users'
import { accept, cancel } from '../life/consents'
import { assign, change, interact, knownAs, note, rate, reveal, validate } from '../life/customer'
import { type Life, tell } from '../life/life'
import { addPoint, allowPoint, blockPoint, changePoint } from '../life/points'
import { HOW_MET, NOTES } from '../vocabulary/words'
import { mobileOf } from '../crowd/numbers'
import { sentToWhale } from './sent'
import { cpf, open, primary } from './tale'

const EVENTS = 1_200
/** Some happenings leave no trace, so a few more than that are tried. */
const TRIES = 1_300
const DAYS = 3 * 365 - 2
const STAFF = [JULIA, JULIA, RAFAEL, MARCOS] as const

type When = { at: Date; by: DemoUser }

export function whale(now: Date): Life {
  const at = daysBefore(now, DAYS)
  const known = {
    kind: 'person',
    name: 'Rosângela Aparecida Nogueira',
    ...cpf('39053344705'),
    birthOn: '1961-08-14',
    sex: 'female',
    howMet: 'Cliente há muitos anos',
  } as const
  const life = open({ now, story: 'whale', at, by: RAFAEL, store: PAULISTA, known })
  const when = { at: minutesAfter(at, 2), by: RAFAEL }
  addPoint(life, when, 'mobile', '(11) 99876-2345', primary)
  addPoint(life, when, 'whatsapp', '(11) 99876-2345', primary)
  addPoint(life, when, 'landline', '(11) 3456-2345', primary)
  addPoint(life, when, 'email', 'rosangela@example.com', primary)
  knownAs(life, 'sap', '0010000001')
  const { dice } = life.telling
  for (const moment of momentsBetween(life.telling, minutesAfter(at, 10), minutesAfter(now, -60), TRIES)) {
    if (life.history.length < EVENTS) somethingHappens(life, { at: moment, by: dice.pick(STAFF) })
  }
  sentToWhale(life, now)
  interact(life, minutesAfter(now, -41), 'mobile')
  return life
}

/** Each as often as it stands here. */
const HAPPENINGS: readonly ((life: Life, when: When) => void)[] = [
  ...Array<typeof look>(7).fill(look),
  ...Array<typeof write>(5).fill(write),
  ...Array<typeof answer>(4).fill(answer),
  ...Array<typeof move>(3).fill(move),
  ...Array<typeof silence>(2).fill(silence),
  (life, when) => rate(life, when, life.telling.dice.int(3, 5)),
  (life, when) => assign(life, when, life.telling.dice.pick([JULIA, RAFAEL])),
  (life, when) => change(life, when, { howMet: life.telling.dice.pick(HOW_MET) }),
  (life, when) => validate(life, when, ['name', 'document', 'birthOn']),
  (life, { at }) =>
    tell(
      life,
      { at, by: DAVI },
      { event: 'access.denied', details: { wanted: 'note.written', permission: 'notes.write' } },
    ),
]

const somethingHappens = (life: Life, when: When) => life.telling.dice.pick(HAPPENINGS)(life, when)

function look(life: Life, when: When) {
  const { dice } = life.telling
  reveal(life, when, dice.chance(0.4) ? 'document' : dice.pick(life.points))
}

function write(life: Life, when: When) {
  note(life, when, life.telling.dice.pick(NOTES))
}

/** Now yes, now no. */
function answer(life: Life, when: When) {
  const { dice } = life.telling
  const consent = {
    preference: dice.pick(['email', 'sms', 'whatsapp', 'agenda'] as const),
    purpose: dice.pick(['service', 'marketing'] as const),
  }
  const last = life.consents.findLast((c) => c.preference === consent.preference && c.purpose === consent.purpose)
  const say = last?.action === 'accepted' ? cancel : accept
  const herself = dice.chance(0.3)
  say(life, { at: when.at, by: herself ? null : when.by }, { ...consent, origin: herself ? 'app' : 'admin' })
}

function move(life: Life, when: When) {
  const { dice } = life.telling
  const point = dice.pick(life.points)
  if (point.channel === 'email') return changePoint(life, when, point, `rosangela.${point.version}@example.com`)
  if (point.channel === 'mobile') changePoint(life, when, point, mobileOf(dice, '11'))
}

function silence(life: Life, when: When) {
  const point = life.telling.dice.pick(life.points)
  if (point.blockedAt) allowPoint(life, when, point)
  else blockPoint(life, when, point)
}
