import type { Typed } from '@/lib/contacts/schema'
import type { Random } from '@/lib/values/random'
import type { DemoStore } from '../stores'
import type { NewCustomer } from '../activities/customers'
import { COMPLEMENTS, type Place, STREETS } from '../vocabulary/places'

/** The registration of a customer, and where the customer can be reached. */
export type Profile = {
  registration: NewCustomer
  store: DemoStore
  mobile?: string
  whatsapp?: string
  landline?: string
  email?: string
  address?: Partial<Typed>
}

type Contacts = { mobile: string; landline: string; email: string; address: Partial<Typed> }

/** The contacts that a customer gives. Few give all, and companies give other ones than people do. */
export function leftContacts(
  random: Random,
  kind: 'person' | 'company',
  all: Contacts,
): Partial<Contacts & { whatsapp: string }> {
  const company = kind === 'company'
  const mobile = random.chance(company ? 0.4 : 0.93)
  return {
    ...(mobile && { mobile: all.mobile }),
    ...(mobile && random.chance(0.55) && { whatsapp: all.mobile }),
    ...(random.chance(company ? 0.9 : 0.16) && { landline: all.landline }),
    ...(random.chance(0.82) && { email: all.email }),
    ...(random.chance(0.62) && { address: all.address }),
  }
}

/** The channels that have a value. */
export const channelsOf = (profile: Profile) =>
  (['mobile', 'whatsapp', 'landline', 'email', 'address'] as const).filter((channel) => profile[channel])

/** Builds an e-mail address from a name, in a reserved domain (RFC 2606). */
export function emailOf(random: Random, name: string): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean)
  const local = [words[0], words.at(-1)].join(random.pick(['.', '_', '']))
  const number = random.chance(0.6) ? random.int(1, 99) : ''
  return `${local}${number}@${random.pick(['example.com', 'example.org', 'example.net'])}`
}

export function addressIn(random: Random, { city, state, districts }: Place): Partial<Typed> {
  const [district, postal] = random.pick(districts)
  return {
    street: random.pick(STREETS),
    number: String(random.int(5, 2400)),
    complement: random.chance(0.45) ? random.pick(COMPLEMENTS) : null,
    district,
    city,
    state,
    postalCode: `${postal}-${random.digits(3)}`,
    country: 'BR',
  }
}

/** Picks early entries of a list more often, because they are the common names. */
export const commonest = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random.next() ** 2 * from.length)]!
