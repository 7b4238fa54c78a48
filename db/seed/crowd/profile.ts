import type { Typed } from '@/lib/contacts/schema'
import type { Dice } from '../dice'
import type { DemoStore } from '../demo-stores'
import type { Known } from '../life/life'
import { COMPLEMENTS, type Place, STREETS } from '../vocabulary/places'

/** Who someone is before anything happens to them: what the registration says, and where they can be reached. */
export type Profile = {
  known: Known
  store: DemoStore
  mobile: string
  landline: string
  email: string
  address: Partial<Typed>
}

/** Names turn into addresses of domains that belong to nobody (RFC 2606). */
export function emailOf(dice: Dice, name: string): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean)
  const local = [words[0], words.at(-1)].join(dice.pick(['.', '_', '']))
  const number = dice.chance(0.6) ? dice.int(1, 99) : ''
  return `${local}${number}@${dice.pick(['example.com', 'example.org', 'example.net'])}`
}

export function addressIn(dice: Dice, { city, state, districts }: Place): Partial<Typed> {
  const [district, postal] = dice.pick(districts)
  return {
    street: dice.pick(STREETS),
    number: String(dice.int(5, 2400)),
    complement: dice.chance(0.45) ? dice.pick(COMPLEMENTS) : null,
    district,
    city,
    state,
    postalCode: `${postal}-${dice.digits(3)}`,
    country: 'BR',
  }
}

/** Early entries of a list come up more often, as common names do. */
export const commonest = <T>(dice: Dice, from: readonly T[]): T => from[Math.floor(dice.next() ** 2 * from.length)]!
