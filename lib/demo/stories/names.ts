import { HELENA, JULIA, MARCOS, RAFAEL } from '@/lib/auth/demo-users'
import { addPoint, primary } from '../activities/contacts'
import { cpf, rate, register, writeNote } from '../activities/customers'
import { importFile, type Row } from '../activities/imports'
import { pastSendOf, recordSends } from '../activities/sends'
import { JOURNEYS, messageOf } from '../journeys'
import { dayOf, daysBefore, minutesAfter } from '../seed-clock'
import { ECOMMERCE, PAULISTA, SAVASSI } from '../stores'
import { STORIES, type Story } from '../story-ids'
import type { Timeline } from '../timeline'
import { OUTCOMES } from '../vocabulary/outcomes'

const LONG_NAME = [
  'Pedro de Alcântara João Carlos Leopoldo Salvador Bibiano Francisco Xavier de Paula Leocádio',
  'Miguel Gabriel Rafael Gonzaga de Albuquerque e Vasconcelos',
].join(' ')

/** A customer with only a name. */
export function empty(timeline: Timeline): void {
  const nothing = { storeId: null, registeredOn: null, registeredBy: null }
  const person = { kind: 'person', name: 'Otávio', ...nothing } as const
  timeline.add(daysBefore(timeline.now, 4), JULIA, register(STORIES.empty, person))
}

export function veryLongName(timeline: Timeline): void {
  const { now } = timeline
  const customerId = STORIES.veryLongName
  const registeredAt = daysBefore(now, 300)
  const address = 'pedro.de.alcantara.joao.carlos.leopoldo.salvador.bibiano@example.com'
  const person = { kind: 'person', name: LONG_NAME, sex: 'male', storeId: ECOMMERCE.id } as const
  timeline.add(registeredAt, JULIA, register(customerId, { ...person, ...cpf('04873115230') }))
  timeline.add(minutesAfter(registeredAt, 1), JULIA, addPoint(customerId, 'email', address, primary))
  const at = daysBefore(now, 75)
  const send = { customerId, name: LONG_NAME, at, address, message: messageOf(JOURNEYS.billing, 'email') }
  timeline.addOutside(minutesAfter(at, 5), recordSends([pastSendOf({ ...send, outcome: OUTCOMES.delivered })]))
}

/** Registered under one name, addressed by another. */
export function nomeSocial(timeline: Timeline): void {
  const { now } = timeline
  const customerId = STORIES.nomeSocial
  const registeredAt = daysBefore(now, 420)
  const names = { name: 'Lucas Ferreira dos Reis', preferredName: 'Luana Ferreira' }
  const person = {
    kind: 'person',
    ...names,
    ...cpf('26884137088'),
    birthOn: '1999-07-17',
    storeId: SAVASSI.id,
  } as const
  timeline.add(registeredAt, MARCOS, register(customerId, person))
  timeline.add(minutesAfter(registeredAt, 1), MARCOS, addPoint(customerId, 'whatsapp', '(31) 99876-7070', primary))
  const note = 'Usar sempre o nome social, também em etiquetas e mensagens.'
  timeline.add(daysBefore(now, 200), MARCOS, writeNote(customerId, note))
  const at = daysBefore(now, 14)
  const send = { customerId, name: names.preferredName, at, address: '+5531998767070' }
  const message = messageOf(JOURNEYS.welcome, 'whatsapp')
  timeline.addOutside(minutesAfter(at, 10), recordSends([pastSendOf({ ...send, message, outcome: OUTCOMES.replied })]))
}

/** The same name in three spellings. */
export function wellingtons(timeline: Timeline): void {
  registerSpelling(timeline, 'wellington', 'Wellington Araújo Brandão', '02', 260)
  registerSpelling(timeline, 'welinton', 'Welinton Araujo', '13', 190)
  registerSpelling(timeline, 'uelinton', 'Uélinton de Araújo', '24', 55)
}

function registerSpelling(timeline: Timeline, story: Story, name: string, ending: string, days: number): void {
  const registeredAt = daysBefore(timeline.now, days)
  const person = { kind: 'person', name, sex: 'male', storeId: PAULISTA.id } as const
  timeline.add(registeredAt, RAFAEL, register(STORIES[story], person))
  const mobile = addPoint(STORIES[story], 'mobile', `(11) 96543-77${ending}`, primary)
  timeline.add(minutesAfter(registeredAt, 1), RAFAEL, mobile)
}

/** Attributes and ids of several systems. */
export function manyAttributes(timeline: Timeline): void {
  const { now } = timeline
  const customerId = STORIES.manyAttributes
  const registeredAt = daysBefore(now, 330)
  const person = { kind: 'person', name: 'Cíntia Yamamoto Guimarães', birthOn: '1985-01-28', sex: 'female' } as const
  timeline.add(registeredAt, HELENA, register(customerId, { ...person, ...cpf('93541134780'), storeId: ECOMMERCE.id }))
  const address = 'cintia.yamamoto@example.com'
  timeline.add(minutesAfter(registeredAt, 1), HELENA, addPoint(customerId, 'email', address, primary))
  const attributes = {
    'Clube de fidelidade': 'Ouro',
    'Tamanho de calçado': '36',
    'Campanha de origem': 'Black Friday',
    utm_source: 'instagram',
    utm_medium: 'cpc',
    'Aceita retirada em loja': 'Sim',
    'Faixa de compra': 'Acima de R$ 500',
    'NPS (última pesquisa)': '9',
    'Aparelho preferido': 'iPhone',
    'Observação do site':
      'Endereço de entrega diferente do de cobrança em datas comemorativas; conferir antes de enviar.',
  }
  const fromSystem = (days: number, source: string, code: string, more: Row = {}) => {
    const rows = [{ Código: code, CPF: '93541134780', ...more }]
    timeline.add(daysBefore(now, days), HELENA, importFile({ fileName: `${source}.csv`, source, rows }))
  }
  fromSystem(310, 'legado', 'C-55108')
  fromSystem(309, 'sap', '0010055508', { 'Última compra': dayOf(daysBefore(now, 312)) })
  fromSystem(200, 'fidelidade', 'OURO-0071')
  fromSystem(90, 'ecommerce', 'ctm-8842310', attributes)
  timeline.add(daysBefore(now, 45), JULIA, rate(customerId, 5))
  const at = daysBefore(now, 2)
  const send = { customerId, name: person.name, at, address, message: messageOf(JOURNEYS.billing, 'email') }
  timeline.addOutside(minutesAfter(at, 200), recordSends([pastSendOf({ ...send, outcome: OUTCOMES.opened })]))
}
