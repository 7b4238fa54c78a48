import { dayOf, daysBefore, type SeedClock } from '../seed-clock'
import type { DemoStore } from '../stores'
import type { Random } from '@/lib/values/random'
import { MEN, PARTICLES, SECOND_MEN, SECOND_WOMEN, SURNAMES, WOMEN } from '../vocabulary/names'
import { PLACES } from '../vocabulary/places'
import { HOW_MET, REMARKS } from '../vocabulary/words'
import { cpfOf, landlineOf, mobileOf } from './numbers'
import { addressIn, commonest, emailOf, leftContacts, type Profile } from './profile'

const DAYS_A_YEAR = 365.25

export function personOf(clock: SeedClock, store: DemoStore): Profile {
  const { random } = clock
  const place = commonest(random, PLACES.get(store)!)
  const woman = random.chance(0.58)
  const name = nameOf(random, woman)
  const document = random.chance(0.88)
    ? ({ documentType: 'cpf', documentNumber: cpfOf(random, place.cpfRegion), documentCountry: 'BR' } as const)
    : {}
  return {
    registration: {
      kind: 'person',
      name,
      ...document,
      ...origins(random),
      sex: random.chance(0.9) ? (woman ? 'female' : 'male') : 'undisclosed',
      birthOn: random.chance(0.75) ? birthday(clock) : null,
    },
    store,
    ...leftContacts(random, 'person', {
      mobile: mobileOf(random, place.ddd),
      landline: landlineOf(random, place.ddd),
      email: emailOf(random, name),
      address: addressIn(random, place),
    }),
  }
}

const origins = (random: Random) => ({
  howMet: random.chance(0.5) ? random.pick(HOW_MET) : null,
  remarks: random.chance(0.18) ? random.pick(REMARKS) : null,
})

function nameOf(random: Random, woman: boolean): string {
  const firstName = commonest(random, woman ? WOMEN : MEN)
  const second = random.chance(0.3) ? random.pick(woman ? SECOND_WOMEN : SECOND_MEN) : null
  const [first, last] = [commonest(random, SURNAMES), commonest(random, SURNAMES)]
  const surnames =
    random.chance(0.55) && first !== last ? [first, random.chance(0.5) ? PARTICLES.get(last) : null, last] : [first]
  return [firstName, second === firstName ? null : second, ...surnames].filter(Boolean).join(' ')
}

const birthday = ({ now, random }: SeedClock) =>
  dayOf(daysBefore(now, random.int(18, 78) * DAYS_A_YEAR + random.int(0, 364)))
