import type { Random } from '@/lib/values/random'
import type { MatchRecord } from '../types'
import type { Labelled } from './counter-errors'
import { mistyped, nicknameOf, soundsLike, swappedDigits, wrongDigit } from './misspell'
import { emailOf, type Person, population } from './population'
import { DISTRICTS } from './words'

/** Which values a system that is imported has at all, and how its names are written. */
type System = {
  document: number
  birth: number
  phone: number
  email: number
  address: number
  name: (p: Person) => string
}

const SYSTEMS: readonly System[] = [
  // A till: a short name and a phone.
  {
    document: 0.5,
    birth: 0.2,
    phone: 0.9,
    email: 0.3,
    address: 0.1,
    name: (p) => [p.given[0], p.family.at(-1)].join(' '),
  },
  // An invoicing system: everything in upper case, cut at 30 letters.
  {
    document: 0.95,
    birth: 0.6,
    phone: 0.6,
    email: 0.5,
    address: 0.9,
    name: (p) => [...p.given, ...p.family].join(' ').toUpperCase().slice(0, 30),
  },
  // A web shop: people type their own names and addresses.
  {
    document: 0.8,
    birth: 0.7,
    phone: 0.8,
    email: 0.98,
    address: 0.8,
    name: (p) => [p.given[0], ...p.family].join(' '),
  },
]

/** Customers of three systems that were put together. One person in six is in several. The default model is learnt from them. */
export function importedRecords(random: Random, records: number): Labelled[] {
  const labelled: Labelled[] = []
  for (const [person, facts] of population(random, records).entries()) {
    const times = random.chance(1 / 6) ? random.int(2, 3) : 1
    for (let time = 0; time < times; time++)
      labelled.push({ person, record: imported(random, facts, random.pick(SYSTEMS), `${person}-${time}`) })
  }
  return labelled.slice(0, records)
}

function imported(random: Random, person: Person, system: System, id: string): MatchRecord {
  const name = nameOf(random, system.name(person))
  return {
    id,
    kind: 'person',
    name: random.chance(0.04) ? name.split(' ').reverse().join(' ') : name,
    preferredName: null,
    birthOn: random.chance(system.birth) ? birthOf(random, person.birthOn) : null,
    documentType: 'cpf',
    documentNumber: random.chance(system.document) ? documentOf(random, person.cpf) : null,
    phones: random.chance(system.phone) ? [phoneOf(random, person)] : [],
    emails: random.chance(system.email) ? [random.chance(0.25) ? otherEmail(random, person) : person.email] : [],
    addresses: random.chance(system.address) ? [addressOf(random, person)] : [],
    sex: random.chance(0.5) ? (random.chance(0.01) ? 'undisclosed' : person.sex) : null,
  }
}

function nameOf(random: Random, name: string): string {
  const [given = '', ...family] = name.split(' ')
  const nickname = random.chance(0.08) && nicknameOf(random, given)
  const first = nickname || (random.chance(0.03) ? soundsLike(random, given) : given)
  const rest = random.chance(0.08) ? family.map((word) => mistyped(random, word)) : family
  return [random.chance(0.01) ? first.slice(0, 1) : first, ...rest].join(' ')
}

function birthOf(random: Random, birthOn: string): string {
  const [year, month, day = ''] = birthOn.split('-')
  if (random.chance(0.04)) return '1900-01-01'
  if (random.chance(0.02) && Number(day) <= 12) return [year, day, month].join('-')
  return random.chance(0.02) ? `${year}-${month}-${wrongDigit(random, day)}` : birthOn
}

function documentOf(random: Random, cpf: string): string {
  if (random.chance(0.01)) return swappedDigits(random, cpf)
  return random.chance(0.02) ? wrongDigit(random, cpf) : cpf
}

const otherEmail = (random: Random, { email, given, family }: Person): string =>
  random.chance(0.2) ? email.replace(/@.*/, '@empresa.com.br') : emailOf(random, given[0]!, family.at(-1)!)

function addressOf(random: Random, { address }: Person): Person['address'] {
  if (random.chance(0.2)) return population(random, 1)[0]!.address
  return {
    ...address,
    ...(random.chance(0.08) && { street: mistyped(random, address.street) }),
    ...(random.chance(0.03) && { number: wrongDigit(random, address.number) }),
    ...(random.chance(0.1) && { district: random.pick(DISTRICTS) }),
    ...(random.chance(0.05) && { postalCode: `${address.postalCode.slice(0, 5)}000` }),
    ...(random.chance(0.02) && { postalCode: wrongDigit(random, address.postalCode) }),
  }
}

function phoneOf(random: Random, { ddd, mobile, landline }: Person): string {
  if (random.chance(0.25)) return `+55${ddd}${landline}`
  return `+55${ddd}9${random.chance(0.3) ? random.int(6, 9) + random.digits(7) : mobile}`
}
