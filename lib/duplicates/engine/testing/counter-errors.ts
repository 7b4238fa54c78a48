import type { Random } from '@/lib/values/random'
import type { MatchRecord } from '../types'
import { mistyped, nicknameOf, soundsLike, swappedDigits, wrongDigit } from './misspell'
import { emailOf, type Person, population } from './population'
import { SURNAMES } from './words'

/** A record and the person whom it describes. */
export type Labelled = { record: MatchRecord; person: number }

/**
 * Customers as staff register them at a counter, from what they hear and see: nicknames, married names, new phones, a document that is not
 * at hand. One person in five is registered more than once. The default model is learnt from other errors (`import-errors.ts`).
 */
export function counterRecords(random: Random, records: number): Labelled[] {
  const labelled: Labelled[] = []
  for (const [person, facts] of population(random, records).entries()) {
    if (labelled.length >= records) break
    const times = random.chance(0.2) ? random.pick([2, 2, 2, 3, 4]) : 1
    for (let time = 0; time < times; time++)
      labelled.push({
        person,
        record: registered(random, time ? laterFacts(random, facts) : facts, `${person}-${time}`),
      })
  }
  return labelled.slice(0, records)
}

/** What changes in somebody's life between two registrations. */
function laterFacts(random: Random, facts: Person): Person {
  const married = facts.sex === 'female' && random.chance(0.12)
  const [elsewhere] = population(random, 1)
  return {
    ...facts,
    ...(married && {
      family: [...(random.chance(0.6) ? facts.family : facts.family.slice(0, -1)), random.pick(SURNAMES)],
    }),
    ...(random.chance(0.35) && { mobile: random.int(6, 9) + random.digits(7) }),
    ...(random.chance(0.3) && { email: emailOf(random, facts.given[0]!, facts.family.at(-1) ?? 'x') }),
    ...(random.chance(0.25) && { address: elsewhere!.address }),
  }
}

function registered(random: Random, person: Person, id: string): MatchRecord {
  const maybe = <T>(probability: number, value: T): T | null => (random.chance(probability) ? value : null)
  const phone = maybe(0.85, mobileOf(random, person))
  const landline = maybe(0.2, `+55${person.ddd}${person.landline}`)
  const email = maybe(0.6, random.chance(0.03) ? mistyped(random, person.email) : person.email)
  return {
    id,
    kind: 'person',
    name: nameOf(random, person),
    preferredName: null,
    birthOn: maybe(0.75, birthOf(random, person.birthOn)),
    documentType: 'cpf',
    documentNumber: maybe(0.65, documentOf(random, person.cpf)),
    phones: [phone, landline].filter((value) => value !== null),
    emails: email ? [email] : [],
    addresses: random.chance(0.6) ? [addressOf(random, person.address)] : [],
    sex: maybe(0.8, person.sex),
  }
}

function nameOf(random: Random, { given: [first = '', second], family }: Person): string {
  const nickname = random.chance(0.06) && nicknameOf(random, first)
  const middle = second && random.chance(0.6) ? [second] : []
  const surnames = family.filter((_, at) => at === family.length - 1 || random.chance(0.75))
  const words = [nickname || first, ...middle, ...surnames].map((word) => {
    if (random.chance(0.03)) return soundsLike(random, word)
    return random.chance(0.025) ? mistyped(random, word) : word
  })
  if (words.length > 2 && random.chance(0.06)) words[1] = `${words[1]![0]}.`
  if (words.length > 1 && random.chance(0.3)) words.splice(-1, 0, random.pick(['da', 'de', 'dos']))
  const text = words.join(' ')
  return random.chance(0.3) ? text.toUpperCase() : text
}

function birthOf(random: Random, birthOn: string): string {
  const [year = '', month = '', day = ''] = birthOn.split('-')
  if (random.chance(0.03) && Number(day) <= 12) return `${year}-${day}-${month}`
  if (random.chance(0.02)) return `${year}-${month}-${random.pick(['01', '10', '20'])}`
  return random.chance(0.02) ? `${Number(year) + random.pick([-1, 1, 10])}-${month}-${day}` : birthOn
}

function documentOf(random: Random, cpf: string): string {
  if (random.chance(0.03)) return wrongDigit(random, cpf)
  return random.chance(0.015) ? swappedDigits(random, cpf) : cpf
}

function mobileOf(random: Random, { ddd, mobile }: Person): string {
  const digits = random.chance(0.02) ? wrongDigit(random, mobile) : mobile
  return `+55${ddd}${random.chance(0.15) ? '' : '9'}${digits}`
}

function addressOf(random: Random, address: Required<Person['address']>): MatchRecord['addresses'][number] {
  const street = random.chance(0.3) ? address.street.replace(/^Rua/, 'R.').replace(/^Avenida/, 'Av') : address.street
  return {
    ...address,
    street: random.chance(0.05) ? mistyped(random, street) : street,
    ...(random.chance(0.05) && { number: 's/n' }),
    ...(random.chance(0.3) && { district: '' }),
    ...(random.chance(0.15) && { postalCode: '' }),
  }
}
