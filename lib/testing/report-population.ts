import type { Primary } from '@/db/handles'
import {
  cases,
  caseStates,
  consents,
  contactPoints,
  customers,
  relationships,
  relationshipTags,
  PIPELINE_STATUSES,
  pipelineSubStatuses,
} from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import type { CustomerFilter } from '@/lib/reports/customer-filter/schema'
import { newCustomerId, newId } from '@/lib/values/ids'
import { aStore, aUser } from './builders'

type Customer = typeof customers.$inferSelect

/** Customers with everything that the customer filter reads, and the rows in memory for a scan. */
export type Population = Awaited<ReturnType<typeof aPopulation>>

const CITIES = [
  ['São José dos Campos', 'SP'],
  ['Santa Rita', 'PB'],
  ['Santa Rita', 'MG'],
  ['Belo Horizonte', 'MG'],
] as const

/** Pseudo-random values, the same for the same seed (mulberry32). */
export function randomOf(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const chance = (share: number) => next() < share
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  return { chance, pick, number: (below: number) => Math.floor(next() * below) }
}

/** Plants `count` records, a tenth of which are absorbed. Few different values, so that combinations still match some. */
export async function aPopulation(db: Primary, count: number, seed: number) {
  const random = randomOf(seed)
  const stores = [(await aStore(db)).id, (await aStore(db)).id, (await aStore(db)).id]
  const users = [(await aUser(db)).id, (await aUser(db)).id, (await aUser(db)).id]
  const states = await db.select().from(caseStates)
  const tags = await db.select().from(relationshipTags)
  const maybe = <T>(share: number, make: () => T): T | null => (random.chance(share) ? make() : null)
  const day = (month: number) => `2026-0${month}-${String(1 + random.number(20)).padStart(2, '0')}`
  const subStatusId = newId()
  await db.insert(pipelineSubStatuses).values({ id: subStatusId, status: 'won', name: 'À vista', place: 1 })
  /** The status changes from customer to customer; every other sale has the sub-status. */
  const position = (n: number) => ({
    pipelineStatus: PIPELINE_STATUSES[n % PIPELINE_STATUSES.length]!,
    pipelineSubStatusId: n % 8 === PIPELINE_STATUSES.indexOf('won') ? subStatusId : null,
  })
  const rows: (typeof customers.$inferInsert)[] = []
  const survivorIds: string[] = []
  for (let n = 0; n < count; n++) {
    const id = newCustomerId()
    const survivorId = survivorIds.length > 3 ? maybe(0.1, () => random.pick(survivorIds)) : null
    if (!survivorId) survivorIds.push(id)
    rows.push({
      id,
      survivorId,
      kind: 'person',
      name: `Cliente ${n}`,
      storeId: maybe(0.9, () => random.pick(stores)),
      registeredBy: maybe(0.8, () => random.pick(users)),
      assignedUserId: maybe(0.7, () => random.pick(users)),
      rating: maybe(0.8, () => random.number(6)),
      registeredOn: maybe(0.8, () => day(3)),
      lastPurchaseOn: maybe(0.7, () => day(5)),
      lastInteractionAt: maybe(0.7, () => new Date(Date.now() - random.number(60) * 86_400_000)),
      ...position(n),
      lastActivityAt: new Date(Date.UTC(2026, 5, 1 + random.number(9))),
    })
  }
  const made = await db.insert(customers).values(rows).returning()
  const ids = made.map(({ id }) => id)
  const addresses = await db
    .insert(contactPoints)
    .values(
      ids
        .filter(() => random.chance(0.7))
        .map((customerId) => {
          const [city, state] = random.pick(CITIES)
          const address = { street: 'Rua A', city, state, country: 'BR' }
          const base = {
            customerId,
            id: newId(),
            channel: 'address' as const,
            value: 'Rua A',
            normalized: newId(),
            address,
          }
          return { ...base, retiredAt: maybe(0.2, () => new Date()) }
        }),
    )
    .returning()
  const ledger = await db
    .insert(consents)
    .values(
      ids.flatMap((customerId) =>
        Array.from({ length: random.number(5) }, () => ({
          customerId,
          id: newId(),
          preference: random.pick(['email', 'sms', 'whatsapp'] as const),
          purpose: random.pick(['marketing', 'marketing', 'service'] as const),
          action: random.pick(['accepted', 'accepted', 'cancelled'] as const),
          origin: 'app' as const,
        })),
      ),
    )
    .returning()
  const opened = await db
    .insert(cases)
    .values(
      ids
        .filter(() => random.chance(0.4))
        .map((customerId) => {
          const closed = random.chance(0.4)
          const stateId = random.pick(states.filter(({ phase }) => phase === (closed ? 'closed' : 'open'))).id
          const closing = closed ? { closedAt: new Date(), closedBy: users[0]! } : {}
          return { customerId, id: newId(), subject: 'Troca', stateId, createdBy: users[0]!, ...closing }
        }),
    )
    .returning()
  const mother = tags.find(({ key }) => key === 'mother')!.id
  const sibling = tags.find(({ key }) => key === 'sibling')!.id
  const pairs = ids.slice(0, -1).flatMap((id, at) => {
    if (!random.chance(0.3)) return []
    const [outgoing, incoming] = random.pick([
      [[mother], []],
      [[], [mother]],
      [[sibling], []],
      [[], [sibling]],
    ] as [string[], string[]][])
    const removal = random.chance(0.2) ? { removedAt: new Date(), removedBy: users[0]! } : {}
    const other = { otherCustomerId: ids[at + 1]!, outgoingTagIds: outgoing, incomingTagIds: incoming }
    return [{ customerId: id, ...other, createdBy: users[0]!, ...removal }]
  })
  const related = pairs.length ? await db.insert(relationships).values(pairs).returning() : []
  const survivors = made.filter(({ survivorId }) => !survivorId)
  return {
    stores,
    users,
    tags: [mother, sibling],
    subStatusId,
    random,
    made,
    survivors,
    addresses,
    ledger,
    opened,
    related,
    sibling,
  }
}

/** The ids that a filter should find, from a scan of the rows in memory. */
export function bruteForce(population: Population, filter: CustomerFilter, { viewer, now }: Ctx): string[] {
  const { survivors } = population
  const inScope = (row: Customer) =>
    viewer.scope.kind === 'all' ||
    (viewer.scope.kind === 'own'
      ? row.assignedUserId === viewer.userId
      : viewer.scope.storeIds.includes(row.storeId ?? ''))
  return survivors
    .filter((row) => inScope(row) && isOwn(row, filter, now) && isRelated(population, row, filter))
    .map(({ id }) => id)
}

const inPeriod = (day: string | null, from?: string, to?: string) =>
  (!from && !to) || (day !== null && (!from || day >= from) && (!to || day <= to))

const isOwn = (row: Customer, filter: CustomerFilter, now: Date): boolean =>
  [
    !filter.store || row.storeId === filter.store,
    !filter.seller || row.registeredBy === filter.seller,
    !filter.assigned || row.assignedUserId === (filter.assigned === 'none' ? null : filter.assigned),
    !filter.status || row.pipelineStatus === filter.status,
    !filter.subStatus || row.pipelineSubStatusId === filter.subStatus,
    !filter.rating || row.rating === (filter.rating === 'none' ? null : Number(filter.rating)),
    inPeriod(row.registeredOn, filter.registeredFrom, filter.registeredTo),
    inPeriod(row.lastPurchaseOn, filter.purchaseFrom, filter.purchaseTo),
    !filter.quietDays ||
      !row.lastInteractionAt ||
      row.lastInteractionAt.getTime() < now.getTime() - filter.quietDays * 86_400_000,
  ].every(Boolean)

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function isRelated(population: Population, { id }: Customer, filter: CustomerFilter): boolean {
  const { made, addresses, opened, related, ledger, sibling } = population
  const members = new Set(made.filter((row) => row.id === id || row.survivorId === id).map((row) => row.id))
  const ofGroup = <R extends { customerId: string }>(rows: R[]) => rows.filter((row) => members.has(row.customerId))
  const open = ofGroup(opened).filter((row) => !row.closedAt)
  const { city, state, cases: wanted, tag, channel } = filter
  const lives = ofGroup(addresses).some(
    ({ retiredAt, address }) =>
      !retiredAt &&
      (!city || plain(address!.city) === plain(city)) &&
      (!state || plain(address!.state!) === plain(state)),
  )
  const hasTag = ofGroup(related).some(
    (row) =>
      !row.removedAt && (row.outgoingTagIds.includes(tag!) || (tag === sibling && row.incomingTagIds.includes(tag))),
  )
  const said = [...members].flatMap((member) =>
    ledger
      .filter((row) => row.customerId === member && row.preference === channel && row.purpose === 'marketing')
      .toSorted((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, 1),
  )
  return [
    (!city && !state) || lives,
    !wanted ||
      (wanted === 'none'
        ? !open.length
        : wanted === 'any'
          ? open.length > 0
          : open.some(({ stateId }) => stateId === wanted)),
    !tag || hasTag,
    !channel || (said.length > 0 && said.every(({ action }) => action === 'accepted')),
  ].every(Boolean)
}
