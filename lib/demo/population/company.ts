import type { SeedClock } from '../seed-clock'
import type { DemoStore } from '../stores'
import { SURNAMES } from '../vocabulary/names'
import { PLACES } from '../vocabulary/places'
import { LEGAL_FORMS, PROPER_NAMES, TRADES } from '../vocabulary/companies'
import { HOW_MET } from '../vocabulary/words'
import { alphanumericRoot, cnpjOf, landlineOf, mobileOf } from './numbers'
import { addressIn, commonest, leftContacts, type Profile } from './profile'

/** `recent`: registered after July 2026, when CNPJs began to contain letters. */
export function companyOf({ random }: SeedClock, store: DemoStore, recent: boolean): Profile {
  const place = commonest(random, PLACES.get(store)!)
  const [trade, proper, form] = [random.pick(TRADES), random.pick(PROPER_NAMES), random.pick(LEGAL_FORMS)]
  const partners = `${random.pick(SURNAMES)} & ${random.pick(SURNAMES)}`
  const root = recent && random.chance(0.5) ? alphanumericRoot(random) : random.digits(8)
  const domain = `${(trade + proper)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')}.example`
  return {
    registration: {
      kind: 'company',
      name: random.chance(0.3) ? `${partners} ${form}` : `${trade} ${proper} Comércio e Serviços ${form}`,
      documentType: 'cnpj',
      documentNumber: cnpjOf(root, 1),
      documentCountry: 'BR',
      preferredName: random.chance(0.8) ? `${trade} ${proper}` : null,
      howMet: random.chance(0.4) ? random.pick(HOW_MET) : null,
    },
    store,
    ...leftContacts(random, 'company', {
      mobile: mobileOf(random, place.ddd),
      landline: landlineOf(random, place.ddd),
      email: `${random.pick(['contato', 'compras', 'financeiro', 'atendimento'])}@${domain}`,
      address: addressIn(random, place),
    }),
  }
}
