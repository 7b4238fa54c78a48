import { HELENA, JULIA, RAFAEL } from '@/lib/auth/demo-users'
import { addPoint, changePoint, primary } from '../activities/contacts'
import {
  acceptPreference,
  assign,
  cpf,
  edit,
  rate,
  register,
  rename,
  revealDocument,
  validate,
  writeNote,
} from '../activities/customers'
import { importFile } from '../activities/imports'
import type { DocumentFiles } from '../document-files'
import { dayOf, daysBefore, lastOn, minutesAfter } from '../seed-clock'
import { PAULISTA } from '../stores'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { addAcquisitionOfMariaClara } from './maria-clara-acquisition'
import { askMariaClara } from './maria-clara-acceptances'
import { addAgendaOfMariaClara } from './maria-clara-agenda'
import { addCasesOfMariaClara } from './maria-clara-cases'
import { addDocumentsOfMariaClara } from './maria-clara-documents'
import { addPipelineOfMariaClara } from './maria-clara-pipeline'
import { addSendsToMariaClara } from './maria-clara-sends'

const REGISTERED_AT = new Date('2024-02-03T13:12:00Z')
const CPF = '11144477735'
const customerId = STORIES.mariaClara

/** The customer of most examples: every kind of contact point, documents, acceptances, and messages in every state. */
export function mariaClara(timeline: Timeline, files: DocumentFiles): void {
  const optedOutAt = lastOn(timeline.now, '10-12')
  const name = 'Maria Clara Antunes de Souza'
  const person = { kind: 'person', name, birthOn: '1988-05-21', sex: 'female', howMet: 'Indicação da irmã' } as const
  timeline.add(REGISTERED_AT, RAFAEL, register(customerId, { ...person, ...cpf(CPF), storeId: PAULISTA.id }))
  addContacts(timeline)
  addService(timeline)
  addAcquisitionOfMariaClara(timeline, REGISTERED_AT)
  addPipelineOfMariaClara(timeline)
  addCasesOfMariaClara(timeline, files)
  addAgendaOfMariaClara(timeline)
  addDocumentsOfMariaClara(timeline, files)
  askMariaClara(timeline, files, optedOutAt)
  addSendsToMariaClara(timeline, { registeredAt: REGISTERED_AT, optedOutAt })
}

function addContacts(timeline: Timeline): void {
  const street = { street: 'Rua dos Pinheiros', number: '870', complement: 'ap. 42', district: 'Pinheiros' }
  const address = { ...street, city: 'São Paulo', state: 'SP', postalCode: '05422-001', country: 'BR' }
  timeline.add(
    minutesAfter(REGISTERED_AT, 3),
    RAFAEL,
    addPoint(customerId, 'mobile', '(11) 98765-7777', primary),
    addPoint(customerId, 'whatsapp', '(11) 98765-7777', primary),
    addPoint(customerId, 'email', 'maria.antunes@example.com', primary),
    addPoint(customerId, 'address', address, primary),
    acceptPreference(customerId, { preference: 'email', purpose: 'marketing' }),
    acceptPreference(customerId, { preference: 'sms', purpose: 'service' }),
  )
  const email = { channel: 'email' } as const
  timeline.add(minutesAfter(REGISTERED_AT, 16_000), RAFAEL, changePoint(customerId, email, 'maria.clara@example.org'))
  timeline.add(minutesAfter(REGISTERED_AT, 310_000), JULIA, changePoint(customerId, email, 'mariaclara@example.com'))
}

function addService(timeline: Timeline): void {
  const { now } = timeline
  const on = (days: number) => daysBefore(now, days)
  timeline.add(on(400), JULIA, rate(customerId, 3))
  timeline.add(on(380), HELENA, assign(customerId, JULIA))
  timeline.add(on(379), JULIA, writeNote(customerId, 'Prefere WhatsApp, de preferência depois das 18 h.'))
  timeline.add(on(300), HELENA, fromSystem('legado', 'C-20817'))
  timeline.add(on(220), JULIA, rename(customerId, 'Maria Clara Antunes'), validate(customerId))
  timeline.add(on(96), JULIA, rate(customerId, 4))
  timeline.add(on(95), JULIA, edit(customerId, { remarks: 'Retira os pedidos na loja.' }))
  timeline.add(on(60), JULIA, writeNote(customerId, 'Pediu a segunda via da nota de setembro. Enviada.'))
  timeline.add(on(12), JULIA, revealDocument(customerId))
  const attributes = { 'Clube de fidelidade': 'Ouro', 'Tamanho de calçado': '37' }
  const purchase = { 'Última compra': dayOf(on(9)) }
  timeline.add(on(8), HELENA, fromSystem('sap', '0010048731', { ...attributes, ...purchase }))
  const note = 'Quer trocar o endereço de entrega a partir de janeiro; vai mandar o novo.'
  timeline.add(on(2), JULIA, writeNote(customerId, note))
}

const fromSystem = (source: string, code: string, more: Record<string, string> = {}) =>
  importFile({ fileName: `${source}-loja-paulista.csv`, source, rows: [{ Código: code, CPF, ...more }] })
