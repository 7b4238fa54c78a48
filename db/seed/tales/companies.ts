import type { Typed } from '@/lib/contacts/schema'
import { daysBefore, minutesAfter } from '../calendar'
import { cnpjOf } from '../crowd/numbers'
import { BOA_VIAGEM, type DemoStore, ECOMMERCE } from '../demo-stores'
import { BRUNA, JULIA } from '../demo-users'
import { accept } from '../life/consents'
import { assign, interact, knownAs, note, validate } from '../life/customer'
import type { Life } from '../life/life'
import { addPoint } from '../life/points'
import type { Story } from '../stories'
import { sentToCompany } from './sent'
import { cnpj, open, primary } from './tale'

const ROOT = '45723174'
const LEGAL_NAME = 'Rede Cajueiro Comércio de Alimentos S.A.'

type Branch = {
  story: Story
  branch: number
  tradeName: string
  landline: string
  address: Partial<Typed>
  store: DemoStore
}

const BRANCHES: readonly Branch[] = [
  branch('headquarters', 1, 'Cajueiro Matriz', '(81) 3344-2100', ['51020-280', 'Boa Viagem', 'Recife', 'PE']),
  branch('firstBranch', 2, 'Cajueiro Casa Forte', '(81) 3344-2200', ['52061-022', 'Casa Forte', 'Recife', 'PE']),
  branch('secondBranch', 3, 'Cajueiro Olinda', '(81) 3344-2300', ['53020-140', 'Carmo', 'Olinda', 'PE']),
  branch('thirdBranch', 4, 'Cajueiro João Pessoa', '(83) 3344-2400', ['58039-001', 'Tambaú', 'João Pessoa', 'PB']),
]

type Where = [postalCode: string, district: string, city: string, state: string]

function branch(story: Story, number: number, tradeName: string, landline: string, where: Where): Branch {
  const [postalCode, district, city, state] = where
  const street = { street: 'Avenida do Comércio', number: String(number * 110) }
  const address = { ...street, district, city, state, postalCode, country: 'BR' }
  return { story, branch: number, tradeName, landline, address, store: BOA_VIAGEM }
}

export const companyWithBranches = (now: Date): Life[] => BRANCHES.map((each) => branchLife(now, each))

function branchLife(now: Date, { story, branch: number, tradeName, landline, address, store }: Branch): Life {
  const at = daysBefore(now, 900 - number * 130)
  const known = { kind: 'company', name: LEGAL_NAME, preferredName: tradeName, ...cnpj(cnpjOf(ROOT, number)) } as const
  const life = open({ now, story, at, by: BRUNA, store, known })
  const when = { at: minutesAfter(at, 4), by: BRUNA }
  addPoint(life, when, 'landline', landline, { primary: true, label: 'Comercial' })
  addPoint(life, when, 'email', `loja${number}@cajueiro.example`, primary)
  addPoint(life, when, 'address', address, primary)
  accept(life, when, { preference: 'email', purpose: 'service', origin: 'admin' })
  assign(life, { at: minutesAfter(at, 30), by: BRUNA }, BRUNA)
  knownAs(life, 'sap', `002000450${number}`)
  note(
    life,
    { at: daysBefore(now, 50 - number), by: BRUNA },
    `Compras de ${tradeName} passam pela matriz, com o senhor Hélio.`,
  )
  interact(life, daysBefore(now, 5 * number), 'landline')
  return life
}

export function alphanumericCnpj(now: Date): Life {
  const at = daysBefore(now, 70)
  const known = {
    kind: 'company',
    name: 'Ateliê Água Marinha Design Ltda.',
    preferredName: 'Água Marinha',
    ...cnpj('12ABC34501DE35'),
  } as const
  const life = open({ now, story: 'alphanumericCnpj', at, by: JULIA, store: ECOMMERCE, known })
  const when = { at: minutesAfter(at, 2), by: JULIA }
  addPoint(life, when, 'mobile', '(48) 99876-1020', primary)
  addPoint(life, when, 'email', 'contato@aguamarinha.example', primary)
  validate(life, { at: daysBefore(now, 69), by: JULIA }, ['name', 'document'])
  note(life, { at: daysBefore(now, 69), by: JULIA }, 'CNPJ novo, com letras: conferido no cartão da Receita.')
  sentToCompany(life, now)
  interact(life, daysBefore(now, 1), 'email')
  return life
}
