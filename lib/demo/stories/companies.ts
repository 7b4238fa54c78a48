import { BRUNA, HELENA, JULIA } from '@/lib/auth/demo-users'
import type { Typed } from '@/lib/contacts/schema'
import { addPoint, primary } from '../activities/contacts'
import { acceptPreference, cnpj, register, validate, writeNote } from '../activities/customers'
import { CLICKED, fileKit, sendDocuments, type Kit } from '../activities/documents'
import { importFile } from '../activities/imports'
import type { DocumentFiles } from '../document-files'
import { JOURNEYS } from '../journeys'
import { cnpjOf } from '../population/numbers'
import { daysBefore, minutesAfter } from '../seed-clock'
import { BOA_VIAGEM, ECOMMERCE } from '../stores'
import { STORIES, type Story } from '../story-ids'
import type { Timeline } from '../timeline'

const ROOT = '45723174'
const LEGAL_NAME = 'Rede Cajueiro Comércio de Alimentos S.A.'

type Branch = { customerId: string; number: number; tradeName: string; landline: string; address: Partial<Typed> }

const BRANCHES: readonly Branch[] = [
  branch('headquarters', 1, 'Cajueiro Matriz', '(81) 3344-2100', ['51020-280', 'Boa Viagem', 'Recife', 'PE']),
  branch('firstBranch', 2, 'Cajueiro Casa Forte', '(81) 3344-2200', ['52061-022', 'Casa Forte', 'Recife', 'PE']),
  branch('secondBranch', 3, 'Cajueiro Olinda', '(81) 3344-2300', ['53020-140', 'Carmo', 'Olinda', 'PE']),
  branch('thirdBranch', 4, 'Cajueiro João Pessoa', '(83) 3344-2400', ['58039-001', 'Tambaú', 'João Pessoa', 'PB']),
]

type Place = [postalCode: string, district: string, city: string, state: string]

function branch(story: Story, number: number, tradeName: string, landline: string, place: Place): Branch {
  const [postalCode, district, city, state] = place
  const street = { street: 'Avenida do Comércio', number: String(number * 110) }
  const address = { ...street, district, city, state, postalCode, country: 'BR' }
  return { customerId: STORIES[story], number, tradeName, landline, address }
}

/** Bruna registers each branch, so that it is assigned to her. */
export function companyWithBranches(timeline: Timeline): void {
  for (const one of BRANCHES) registerBranch(timeline, one)
  const rows = BRANCHES.map(({ number }) => ({ Código: `002000450${number}`, CNPJ: cnpjOf(ROOT, number) }))
  timeline.add(daysBefore(timeline.now, 300), HELENA, importFile({ fileName: 'sap-empresas.csv', source: 'sap', rows }))
}

function registerBranch(timeline: Timeline, { customerId, number, tradeName, landline, address }: Branch): void {
  const registeredAt = daysBefore(timeline.now, 900 - number * 130)
  const registration = { kind: 'company', name: LEGAL_NAME, preferredName: tradeName, storeId: BOA_VIAGEM.id } as const
  timeline.add(registeredAt, BRUNA, register(customerId, { ...registration, ...cnpj(cnpjOf(ROOT, number)) }))
  timeline.add(
    minutesAfter(registeredAt, 4),
    BRUNA,
    addPoint(customerId, 'landline', landline, { primary: true, label: 'Comercial' }),
    addPoint(customerId, 'email', `loja${number}@cajueiro.example`, primary),
    addPoint(customerId, 'address', address, primary),
    acceptPreference(customerId, { preference: 'email', purpose: 'service' }),
  )
  const note = `Compras de ${tradeName} passam pela matriz, com o senhor Hélio.`
  timeline.add(daysBefore(timeline.now, 50 - number), BRUNA, writeNote(customerId, note))
}

export function alphanumericCnpj(timeline: Timeline, files: DocumentFiles): void {
  const { now } = timeline
  const customerId = STORIES.alphanumericCnpj
  const registeredAt = daysBefore(now, 70)
  const name = { name: 'Ateliê Água Marinha Design Ltda.', preferredName: 'Água Marinha' }
  const registration = { kind: 'company', ...name, ...cnpj('12ABC34501DE35'), storeId: ECOMMERCE.id } as const
  timeline.add(registeredAt, JULIA, register(customerId, registration))
  timeline.add(
    minutesAfter(registeredAt, 2),
    JULIA,
    addPoint(customerId, 'mobile', '(48) 99876-1020', primary),
    addPoint(customerId, 'email', 'contato@aguamarinha.example', primary),
  )
  timeline.add(
    daysBefore(now, 69),
    JULIA,
    validate(customerId),
    writeNote(customerId, 'CNPJ novo, com letras: conferido no cartão da Receita.'),
  )
  const kit: Kit = {
    customerId,
    title: 'Contrato de fornecimento',
    journey: JOURNEYS.contract,
    number: 'CT-2026-003480',
    documents: [{ text: 'contract', title: 'Contrato de fornecimento' }, { text: 'proposal' }],
  }
  const at = daysBefore(now, 31)
  timeline.add(minutesAfter(at, -15), JULIA, fileKit(files, kit))
  sendDocuments(timeline, at, JULIA, kit, { channel: 'email', reports: CLICKED })
}
