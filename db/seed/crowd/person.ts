import { dayOf, daysBefore, type Telling } from '../calendar'
import type { DemoStore } from '../demo-stores'
import type { Dice } from '../dice'
import { MEN, PARTICLES, SECOND_MEN, SECOND_WOMEN, SURNAMES, WOMEN } from '../vocabulary/names'
import { PLACES } from '../vocabulary/places'
import { HOW_MET, REMARKS } from '../vocabulary/words'
import { cpfOf, landlineOf, mobileOf } from './numbers'
import { addressIn, commonest, emailOf, type Profile } from './profile'

const DAYS_A_YEAR = 365.25

export function personOf(telling: Telling, store: DemoStore): Profile {
  const { dice } = telling
  const place = commonest(dice, PLACES.get(store)!)
  const woman = dice.chance(0.58)
  const name = nameOf(dice, woman)
  const document = dice.chance(0.88)
    ? ({ documentType: 'cpf', documentNumber: cpfOf(dice, place.cpfRegion), documentCountry: 'BR' } as const)
    : {}
  return {
    known: {
      kind: 'person',
      name,
      ...document,
      ...origins(dice),
      sex: dice.chance(0.9) ? (woman ? 'female' : 'male') : 'undisclosed',
      birthOn: dice.chance(0.75) ? birthday(telling) : null,
    },
    store,
    mobile: mobileOf(dice, place.ddd),
    landline: landlineOf(dice, place.ddd),
    email: emailOf(dice, name),
    address: addressIn(dice, place),
  }
}

const origins = (dice: Dice) => ({
  howMet: dice.chance(0.5) ? dice.pick(HOW_MET) : null,
  remarks: dice.chance(0.18) ? dice.pick(REMARKS) : null,
})

function nameOf(dice: Dice, woman: boolean): string {
  const given = commonest(dice, woman ? WOMEN : MEN)
  const second = dice.chance(0.3) ? dice.pick(woman ? SECOND_WOMEN : SECOND_MEN) : null
  const [first, last] = [commonest(dice, SURNAMES), commonest(dice, SURNAMES)]
  const surnames =
    dice.chance(0.55) && first !== last ? [first, dice.chance(0.5) ? PARTICLES.get(last) : null, last] : [first]
  return [given, second === given ? null : second, ...surnames].filter(Boolean).join(' ')
}

const birthday = ({ now, dice }: Telling) => dayOf(daysBefore(now, dice.int(18, 78) * DAYS_A_YEAR + dice.int(0, 364)))
