import { type DemoUser, BRUNA, HELENA, JULIA, MARCOS, RAFAEL } from '@/lib/auth/demo-users'
import { randomOf } from '@/lib/values/random'
import { addPoint, primary } from '../activities/contacts'
import { acceptPreference, assign, register, writeNote } from '../activities/customers'
import type { DocumentFiles } from '../document-files'
import { DAY_MS, daysBefore, minutesAfter, momentsBetween, type SeedClock, whileOpen } from '../seed-clock'
import { BOA_VIAGEM, type DemoStore, ECOMMERCE, PAULISTA, SAVASSI } from '../stores'
import type { Timeline } from '../timeline'
import { COMPANY_NOTES, NOTES } from '../vocabulary/words'
import { activitiesOf } from './activities'
import { companyOf } from './company'
import { addDocuments } from './documents'
import { foreignerOf } from './foreigner'
import { arrivalAfter, addImports } from './imports'
import type { Consent, Inhabitant, Newcomer } from './newcomer'
import { personOf } from './person'
import { addPipeline } from './pipeline'
import type { Profile } from './profile'
import { addPurchases } from './purchases'
import { addSends } from './sends'

export const POPULATION = 200
const DAYS = 3 * 365
const ALPHANUMERIC_SINCE = new Date('2026-07-01T00:00:00Z')
/** The number of customers with activity in the last hours. */
const TODAY = 8
/** The share that is from abroad. The importer does not read their documents, so they are registered by hand. */
const FROM_ABROAD = 0.03

const STAFF: ReadonlyMap<DemoStore, readonly DemoUser[]> = new Map([
  [PAULISTA, [RAFAEL, RAFAEL, JULIA, MARCOS]],
  [SAVASSI, [JULIA, MARCOS]],
  [BOA_VIAGEM, [JULIA]],
  [ECOMMERCE, [JULIA, JULIA, HELENA]],
])
const STORES = [PAULISTA, PAULISTA, PAULISTA, SAVASSI, SAVASSI, BOA_VIAGEM, BOA_VIAGEM, ECOMMERCE, ECOMMERCE]

/**
 * Ordinary customers. Most arrive through the importer, those from abroad are registered by hand. Each has its own
 * random seed, so that an additional customer does not change the others. Returns how many there are.
 */
export function addPopulation(timeline: Timeline, files: DocumentFiles, count = POPULATION): number {
  const people = Array.from({ length: count }, (_, index) => personAt(timeline, index))
  addImports(
    timeline,
    people.filter(({ imported }) => imported),
  )
  const inhabitants = people.map((person) => addYears(timeline, files, person))
  addSends(timeline, inhabitants)
  addPurchases(timeline, inhabitants)
  return people.length
}

function personAt({ now }: Timeline, index: number): Newcomer {
  const random = randomOf(`population ${index}`)
  const clock = { now, random }
  const customerId = random.uuidV4()
  const seen = index < TODAY ? minutesAfter(now, -(6 + index * 23)) : lastServed(clock)
  const knownSince = firstServed(clock, seen)
  const kind = random.next()
  const imported = kind >= FROM_ABROAD
  const arrivedAt = imported ? arrivalAfter(now, knownSince) : knownSince
  const lastServedAt = seen > minutesAfter(arrivedAt, 60) ? seen : minutesAfter(arrivedAt, 60)
  return {
    customerId,
    random,
    profile: profileOf(clock, kind, knownSince),
    knownSince,
    arrivedAt,
    lastServedAt,
    imported,
  }
}

const lastServed = (clock: SeedClock) =>
  whileOpen(clock, daysBefore(clock.now, 1 + clock.random.next() ** 2.4 * (DAYS - 1)))

function firstServed(clock: SeedClock, last: Date): Date {
  const earliest = daysBefore(clock.now, DAYS)
  const span = Math.max(0, last.getTime() - earliest.getTime() - DAY_MS)
  return whileOpen(clock, new Date(earliest.getTime() + Math.sqrt(clock.random.next()) * span))
}

function profileOf(clock: SeedClock, kind: number, since: Date): Profile {
  if (kind < FROM_ABROAD) return foreignerOf(clock)
  const store = clock.random.pick(STORES)
  return kind < 0.2 ? companyOf(clock, store, since >= ALPHANUMERIC_SINCE) : personOf(clock, store)
}

/** The activities on one of them after the arrival. */
function addYears(timeline: Timeline, files: DocumentFiles, person: Newcomer): Inhabitant {
  const { customerId, random, profile, arrivedAt, lastServedAt } = person
  if (!person.imported) registerByHand(timeline, person)
  const consents = addConsents(timeline, person)
  const staff = assignSome(timeline, person)
  const activities = activitiesOf(random, customerId, profile)
  const clock = { now: timeline.now, random }
  const moments = momentsBetween(clock, minutesAfter(arrivedAt, 10), lastServedAt, activities.length)
  let undisturbedUntil = lastServedAt
  activities.forEach(({ step, changesContacts }, index) => {
    const at = moments[index]!
    timeline.add(at, random.pick(staff), step)
    if (changesContacts && at < undisturbedUntil) undisturbedUntil = at
  })
  const notes = profile.registration.kind === 'company' ? COMPANY_NOTES : NOTES
  if (random.chance(0.12) || lastServedAt > minutesAfter(timeline.now, -240))
    timeline.add(lastServedAt, random.pick(staff), writeNote(customerId, random.pick(notes)))
  const hasDocuments = addDocuments(timeline, files, { person, undisturbedUntil })
  return { ...person, consents, undisturbedUntil, hasDocuments }
}

function registerByHand(timeline: Timeline, { customerId, profile, arrivedAt }: Newcomer): void {
  const { registration, store, mobile, email } = profile
  timeline.add(arrivedAt, JULIA, register(customerId, { ...registration, storeId: store.id }))
  timeline.add(
    minutesAfter(arrivedAt, 1),
    JULIA,
    addPoint(customerId, 'mobile', mobile!, primary),
    addPoint(customerId, 'email', email!, primary),
  )
}

const ASKED: readonly (Consent & { probability: number })[] = [
  { preference: 'email', purpose: 'marketing', probability: 0.16 },
  { preference: 'whatsapp', purpose: 'marketing', probability: 0.1 },
  { preference: 'sms', purpose: 'service', probability: 0.05 },
  { preference: 'agenda', purpose: 'service', probability: 0.03 },
]

/** The consents that customers give when they are first asked. */
function addConsents(timeline: Timeline, { customerId, random, arrivedAt }: Newcomer): Consent[] {
  const consents = ASKED.filter(({ probability }) => random.chance(probability))
  const steps = consents.map(({ preference, purpose }) => acceptPreference(customerId, { preference, purpose }))
  timeline.add(minutesAfter(arrivedAt, 3), JULIA, ...steps)
  return consents
}

/** The share of customers with an assigned user who also works on them, and of the others, who are on a board only. */
const SERVED_BY_ONE = 0.12
const ON_A_BOARD = 0.3

/** Assigns some customers, and plans their way through the pipeline. Bruna serves only hers. Returns who works on the customer. */
function assignSome(timeline: Timeline, person: Newcomer): readonly DemoUser[] {
  const { customerId, random, profile, arrivedAt } = person
  const staff = STAFF.get(profile.store)!
  const isServedByOne = random.chance(SERVED_BY_ONE)
  // The random numbers of the board are separate, so that they change nothing else of the population.
  const own = randomOf(`assigned-${customerId}`)
  if (!isServedByOne && !own.chance(ON_A_BOARD)) return staff
  const user = profile.store === BOA_VIAGEM ? BRUNA : (isServedByOne ? random : own).pick(staff)
  timeline.add(minutesAfter(arrivedAt, 5), HELENA, assign(customerId, user))
  addPipeline(timeline, person, user)
  return isServedByOne ? [user, user, JULIA] : staff
}
