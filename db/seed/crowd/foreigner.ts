import type { Telling } from '../calendar'
import { ECOMMERCE } from '../demo-stores'
import type { Dice } from '../dice'
import type { Known } from '../life/life'
import { HISPANIC } from '../vocabulary/names'
import { rutOf } from './numbers'
import { emailOf, type Profile } from './profile'

type Country = {
  city: string
  code: string
  document: (dice: Dice) => Pick<Known, 'documentType' | 'documentNumber'>
  mobile: (dice: Dice) => string
  landline: (dice: Dice) => string
}

const COUNTRIES: readonly Country[] = [
  {
    city: 'Buenos Aires',
    code: 'AR',
    document: (dice) => ({ documentType: 'dni', documentNumber: dice.int(20, 45) + dice.digits(6) }),
    mobile: (dice) => `+54 9 11 5${dice.digits(3)}-${dice.digits(4)}`,
    landline: (dice) => `+54 11 4${dice.digits(3)}-${dice.digits(4)}`,
  },
  {
    city: 'Santiago',
    code: 'CL',
    document: (dice) => ({ documentType: 'rut', documentNumber: rutOf(dice.int(8, 25) + dice.digits(6)) }),
    mobile: (dice) => `+56 9 6${dice.digits(3)} ${dice.digits(4)}`,
    landline: (dice) => `+56 2 2${dice.digits(3)} ${dice.digits(4)}`,
  },
  {
    city: 'Montevideo',
    code: 'UY',
    document: (dice) => ({ documentType: 'passport', documentNumber: `C${dice.digits(6)}` }),
    mobile: (dice) => `+598 9${dice.int(1, 9)} ${dice.digits(3)} ${dice.digits(3)}`,
    landline: (dice) => `+598 2${dice.digits(3)} ${dice.digits(4)}`,
  },
]

export function foreignerOf({ dice }: Telling): Profile {
  const country = dice.pick(COUNTRIES)
  const woman = dice.chance(0.5)
  const given = dice.pick(woman ? HISPANIC.women : HISPANIC.men)
  const name = [given, dice.pick(HISPANIC.surnames), dice.pick(HISPANIC.surnames)].join(' ')
  return {
    known: {
      kind: 'person',
      name,
      sex: woman ? 'female' : 'male',
      ...country.document(dice),
      documentCountry: country.code,
    },
    store: ECOMMERCE,
    mobile: country.mobile(dice),
    landline: country.landline(dice),
    email: emailOf(dice, name),
    address: {
      street: `Calle ${dice.pick(HISPANIC.surnames)}`,
      number: String(dice.int(20, 4000)),
      city: country.city,
      country: country.code,
    },
  }
}
