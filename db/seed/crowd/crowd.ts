import { DAY_MS, dayOf, daysBefore, minutesAfter, momentsBetween, type Telling, whileOpen } from '../calendar'
import { BOA_VIAGEM, type DemoStore, ECOMMERCE, PAULISTA, SAVASSI } from '../demo-stores'
import { BRUNA, type DemoUser, HELENA, JULIA, MARCOS, RAFAEL } from '../demo-users'
import { diceOf } from '../dice'
import { interact, knownAs } from '../life/customer'
import { begin, type Life } from '../life/life'
import { ATTRIBUTES } from '../vocabulary/words'
import { companyOf } from './company'
import { giveDocuments } from './documents'
import { doingsOf } from './doings'
import { foreignerOf } from './foreigner'
import { personOf } from './person'
import { giveConsents, giveContacts } from './reach'
import { writeTo } from './sent'

const DAYS_TOLD = 3 * 365
const ALPHANUMERIC_SINCE = new Date('2026-07-01T00:00:00Z')
/** So many customers of the crowd were spoken to in the last hours. */
const TODAY = 8

const STAFF: ReadonlyMap<DemoStore, readonly DemoUser[]> = new Map([
  [PAULISTA, [RAFAEL, RAFAEL, JULIA, MARCOS]],
  [SAVASSI, [JULIA, MARCOS]],
  [BOA_VIAGEM, [BRUNA, BRUNA, JULIA]],
  [ECOMMERCE, [JULIA, JULIA, HELENA]],
])
const STORES = [PAULISTA, PAULISTA, PAULISTA, SAVASSI, SAVASSI, BOA_VIAGEM, BOA_VIAGEM, ECOMMERCE, ECOMMERCE]

/** Ordinary customers, so many; each by chances of its own, so that one more changes none of the others. */
export const crowdOf = (now: Date, count: number): Life[] =>
  Array.from({ length: count }, (_, place) => ordinary(now, place))

function ordinary(now: Date, place: number): Life {
  const dice = diceOf(`crowd ${place}`)
  const telling = { now, dice }
  const id = dice.uuidV4()
  const last = lastSeen(telling, place)
  const since = bornBetween(telling, last)
  const profile = profileOf(telling, since)
  const staff = STAFF.get(profile.store)!
  const imported = dice.chance(0.3)
  const begun = { at: since, by: imported ? HELENA : profile.store === ECOMMERCE ? null : dice.pick(staff) }
  const known = {
    ...profile.known,
    storeId: profile.store.id,
    registeredOn: dayOf(since),
    registeredBy: imported ? null : (begun.by?.id ?? null),
  }
  const life = begin(telling, { id, known, ...begun, event: imported ? 'customer.imported' : 'customer.created' })
  giveContacts(life, begun, profile)
  giveConsents(life, begun)
  liveOn(life, last, staff)
  remember(life, last, imported)
  if (dice.chance(0.8) || place < TODAY) interact(life, last, channelOf(life))
  writeTo(life)
  giveDocuments(life)
  return life
}

function lastSeen(telling: Telling, place: number): Date {
  if (place < TODAY) return minutesAfter(telling.now, -(6 + place * 23))
  return whileOpen(telling, daysBefore(telling.now, 1 + telling.dice.next() ** 2.4 * (DAYS_TOLD - 1)))
}

function bornBetween(telling: Telling, last: Date): Date {
  const earliest = daysBefore(telling.now, DAYS_TOLD)
  const span = Math.max(0, last.getTime() - earliest.getTime() - DAY_MS)
  return whileOpen(telling, new Date(earliest.getTime() + Math.sqrt(telling.dice.next()) * span))
}

function profileOf(telling: Telling, since: Date) {
  const kind = telling.dice.next()
  if (kind < 0.05) return foreignerOf(telling)
  const store = telling.dice.pick(STORES)
  return kind < 0.2 ? companyOf(telling, store, since >= ALPHANUMERIC_SINCE) : personOf(telling, store)
}

function liveOn(life: Life, last: Date, staff: readonly DemoUser[]): void {
  const doings = doingsOf(life)
  const moments = momentsBetween(life.telling, minutesAfter(life.customer.createdAt, 5), last, doings.length)
  doings.forEach((doing, at) => doing(life, { at: moments[at]!, by: life.telling.dice.pick(staff) }))
}

function remember(life: Life, last: Date, imported: boolean): void {
  const { customer } = life
  const { dice } = life.telling
  if (imported) knownAs(life, 'legado', `C-${dice.digits(6)}`)
  if (dice.chance(0.35)) knownAs(life, 'sap', `00${dice.digits(8)}`)
  if (dice.chance(0.6)) customer.lastPurchaseOn = dayOf(daysBefore(last, dice.int(0, 40)))
  for (const [name, values] of ATTRIBUTES) if (dice.chance(0.14)) customer.attributes[name] = dice.pick(values)
}

function channelOf({ points, telling: { dice } }: Life) {
  const reachable = points.map(({ channel }) => channel).filter((channel) => channel !== 'address')
  return reachable.length ? dice.pick(reachable) : 'whatsapp'
}
