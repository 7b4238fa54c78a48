import { cpfCheckDigits } from '@/lib/values/tax-id'
import type { Random } from '@/lib/values/random'
import type { MatchAddress } from '../types'
import { CITIES, DISTRICTS, MEN, STREETS, SURNAMES, WOMEN } from './words'

/** A person of the invented population, before anything is mistyped or left out. */
export type Person = {
  sex: 'female' | 'male'
  given: string[]
  family: string[]
  birthOn: string
  cpf: string
  ddd: string
  /** Eight digits, after the ninth digit and the DDD. */
  mobile: string
  landline: string
  email: string
  address: Required<MatchAddress>
}

type Home = Pick<Person, 'family' | 'ddd' | 'landline' | 'address'>

/**
 * An invented population of Brazil in homes of one to five people, who share surnames, address and landline. It has what misleads a
 * comparison: twins, a son named like his father, and strangers with the same frequent name.
 */
export function population(random: Random, people: number): Person[] {
  const persons: Person[] = []
  while (persons.length < people) persons.push(...home(random))
  return persons.slice(0, people)
}

function home(random: Random): Person[] {
  const shared = newHome(random)
  const people = Array.from({ length: random.int(1, 5) }, () => newPerson(random, shared))
  const [first, second] = people
  if (first && second && random.chance(0.03)) second.birthOn = first.birthOn
  if (first && second && random.chance(0.03)) people[1] = namedAfter(first, second)
  return people
}

const namedAfter = (father: Person, son: Person): Person => ({
  ...son,
  sex: father.sex,
  given: father.given,
  family: [...father.family, 'Filho'],
})

/** A position in a list by Zipf's law. */
const frequent = <T>(random: Random, list: readonly T[]): T => list[Math.floor(list.length ** random.next()) - 1]!

const SYLLABLES = 'ba be bri co da fa go ja li lo ma na pe qui ra ro sa te ti va vi xa zi zo'.split(' ')

function surname(random: Random): string {
  if (random.chance(0.85)) return frequent(random, SURNAMES)
  const text = Array.from({ length: random.int(2, 4) }, () => random.pick(SYLLABLES)).join('')
  return text[0]!.toUpperCase() + text.slice(1)
}

function newHome(random: Random): Home {
  const [city, state, ddd, area] = frequent(random, CITIES)
  return {
    family: Array.from({ length: random.int(1, 3) }, () => surname(random)),
    ddd,
    landline: random.int(2, 5) + random.digits(7),
    address: {
      street: `${random.pick(['Rua', 'Rua', 'Avenida', 'Travessa'])} ${streetName(random)}`,
      number: String(random.int(1, 2500)),
      district: random.pick(DISTRICTS),
      city,
      state,
      postalCode: area + random.digits(5),
    },
  }
}

const streetName = (random: Random): string =>
  random.chance(0.5) ? `das ${random.pick(STREETS)}` : `${random.pick(MEN)} ${random.pick(SURNAMES)}`

function newPerson(random: Random, { family, ...shared }: Home): Person {
  const sex = random.pick(['female', 'male'] as const)
  const names = sex === 'female' ? WOMEN : MEN
  const given = [frequent(random, names), ...(random.chance(0.35) ? [random.pick(names)] : [])]
  const birth = new Date(Date.UTC(random.int(1940, 2006), random.int(0, 11), random.int(1, 28)))
  const base = random.digits(9)
  const own = random.chance(0.8) ? family : [surname(random), ...family.slice(-1)]
  return {
    ...shared,
    sex,
    given,
    family: own,
    birthOn: birth.toISOString().slice(0, 10),
    cpf: base + cpfCheckDigits(base),
    mobile: random.int(6, 9) + random.digits(7),
    email: emailOf(random, given[0]!, own.at(-1)!),
  }
}

const MAIL_DOMAINS = ['gmail.com', 'gmail.com', 'hotmail.com', 'uol.com.br', 'yahoo.com.br', 'outlook.com']

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const emailOf = (random: Random, given: string, family: string): string =>
  `${plain(given)}${random.pick(['.', '_', ''])}${plain(family)}${random.int(1, 99_999)}@${random.pick(MAIL_DOMAINS)}`
