import type { SeedClock } from '../seed-clock'
import { ECOMMERCE } from '../stores'
import type { Random } from '@/lib/values/random'
import type { NewCustomer } from '../activities/customers'
import { HISPANIC } from '../vocabulary/names'
import { rutOf } from './numbers'
import { emailOf, type Profile } from './profile'

type Country = {
  code: string
  document: (random: Random) => Pick<NewCustomer, 'documentType' | 'documentNumber'>
  mobile: (random: Random) => string
}

const COUNTRIES: readonly Country[] = [
  {
    code: 'AR',
    document: (random) => ({ documentType: 'dni', documentNumber: random.int(20, 45) + random.digits(6) }),
    mobile: (random) => `+54 9 11 5${random.digits(3)}-${random.digits(4)}`,
  },
  {
    code: 'CL',
    document: (random) => ({ documentType: 'rut', documentNumber: rutOf(random.int(8, 25) + random.digits(6)) }),
    mobile: (random) => `+56 9 6${random.digits(3)} ${random.digits(4)}`,
  },
  {
    code: 'UY',
    document: (random) => ({ documentType: 'passport', documentNumber: `C${random.digits(6)}` }),
    mobile: (random) => `+598 9${random.int(1, 9)} ${random.digits(3)} ${random.digits(3)}`,
  },
]

export function foreignerOf({ random }: SeedClock): Profile {
  const country = random.pick(COUNTRIES)
  const woman = random.chance(0.5)
  const firstName = random.pick(woman ? HISPANIC.women : HISPANIC.men)
  const name = [firstName, random.pick(HISPANIC.surnames), random.pick(HISPANIC.surnames)].join(' ')
  return {
    registration: {
      kind: 'person',
      name,
      sex: woman ? 'female' : 'male',
      ...country.document(random),
      documentCountry: country.code,
    },
    store: ECOMMERCE,
    mobile: country.mobile(random),
    email: emailOf(random, name),
  }
}
