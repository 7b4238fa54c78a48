import type { Telling } from '../calendar'
import type { DemoStore } from '../demo-stores'
import { SURNAMES } from '../vocabulary/names'
import { PLACES } from '../vocabulary/places'
import { LEGAL_FORMS, PROPER_NAMES, TRADES } from '../vocabulary/companies'
import { HOW_MET } from '../vocabulary/words'
import { alphanumericRoot, cnpjOf, landlineOf, mobileOf } from './numbers'
import { addressIn, commonest, type Profile } from './profile'

/** `recent`: registered since CNPJs may hold letters. */
export function companyOf({ dice }: Telling, store: DemoStore, recent: boolean): Profile {
  const place = commonest(dice, PLACES.get(store)!)
  const [trade, proper, form] = [dice.pick(TRADES), dice.pick(PROPER_NAMES), dice.pick(LEGAL_FORMS)]
  const partners = `${dice.pick(SURNAMES)} & ${dice.pick(SURNAMES)}`
  const root = recent && dice.chance(0.5) ? alphanumericRoot(dice) : dice.digits(8)
  const domain = `${(trade + proper)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')}.example`
  return {
    known: {
      kind: 'company',
      name: dice.chance(0.3) ? `${partners} ${form}` : `${trade} ${proper} Comércio e Serviços ${form}`,
      documentType: 'cnpj',
      documentNumber: cnpjOf(root, 1),
      documentCountry: 'BR',
      preferredName: dice.chance(0.8) ? `${trade} ${proper}` : null,
      howMet: dice.chance(0.4) ? dice.pick(HOW_MET) : null,
    },
    store,
    mobile: mobileOf(dice, place.ddd),
    landline: landlineOf(dice, place.ddd),
    email: `${dice.pick(['contato', 'compras', 'financeiro', 'atendimento'])}@${domain}`,
    address: addressIn(dice, place),
  }
}
