import { HELENA, JULIA, MARCOS } from '@/lib/auth/demo-users'
import { addPoint, primary } from '../activities/contacts'
import { acceptPreference, assign, cpf, rate, register, writeNote } from '../activities/customers'
import { DELIVERED, fileKit, sendDocuments, type Kit } from '../activities/documents'
import { importFile } from '../activities/imports'
import { pastSendOf, recordSends } from '../activities/sends'
import type { DocumentFiles } from '../document-files'
import { JOURNEYS, messageOf } from '../journeys'
import { daysBefore, minutesAfter } from '../seed-clock'
import { ECOMMERCE, SAVASSI } from '../stores'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { OUTCOMES } from '../vocabulary/outcomes'

const { welcome, contract, billing } = JOURNEYS

export function mariaLaura(timeline: Timeline, files: DocumentFiles): void {
  const { now } = timeline
  const customerId = STORIES.mariaLaura
  const registeredAt = daysBefore(now, 512)
  const person = { kind: 'person', name: 'Maria Laura Bittencourt', birthOn: '1995-11-02', sex: 'female' } as const
  timeline.add(registeredAt, MARCOS, register(customerId, { ...person, ...cpf('52998224725'), storeId: SAVASSI.id }))
  timeline.add(
    minutesAfter(registeredAt, 2),
    MARCOS,
    addPoint(customerId, 'mobile', '(31) 99876-4410', primary),
    addPoint(customerId, 'email', 'laura.bittencourt@example.net', primary),
    acceptPreference(customerId, { preference: 'whatsapp', purpose: 'marketing' }),
  )
  timeline.add(daysBefore(now, 500), HELENA, assign(customerId, MARCOS))
  timeline.add(daysBefore(now, 120), MARCOS, rate(customerId, 5))
  const note = 'Veio com a irmã, Maria Clara. São clientes diferentes.'
  timeline.add(daysBefore(now, 33), MARCOS, writeNote(customerId, note))

  const kit: Kit = {
    customerId,
    title: 'Contrato de adesão',
    journey: contract,
    number: 'CT-2026-002209',
    documents: [{ text: 'contract' }],
  }
  const sentAt = daysBefore(now, 90)
  timeline.add(minutesAfter(sentAt, -8), MARCOS, fileKit(files, kit))
  sendDocuments(timeline, sentAt, MARCOS, kit, { channel: 'sms', reports: DELIVERED })
  const email = { customerId, name: person.name, address: 'laura.bittencourt@example.net' }
  const [first, last] = [daysBefore(now, 511), daysBefore(now, 20)]
  timeline.addOutside(
    minutesAfter(last, 5),
    recordSends([
      pastSendOf({ ...email, at: first, message: messageOf(welcome, 'email'), outcome: OUTCOMES.opened }),
      pastSendOf({ ...email, at: last, message: messageOf(billing, 'email'), outcome: OUTCOMES.bounced }),
    ]),
  )
}

/** A hurried registration in another system: no CPF, a shortened name, the same mobile. */
export function mariaC(timeline: Timeline): void {
  const { now } = timeline
  const row = {
    Código: '0010093312',
    'Nome completo': 'Maria C. Antunes',
    Loja: ECOMMERCE.name,
    Celular: '11 8765-7777',
    'E-mail': 'mc.antunes@example.com',
  }
  const file = { fileName: 'sap-loja-virtual.csv', source: 'sap', rows: [row], customerIds: [STORIES.mariaC] }
  timeline.add(daysBefore(now, 41), HELENA, importFile(file))
  const note = 'Parece ser a Maria Clara da Loja Paulista: mesmo celular.'
  timeline.add(daysBefore(now, 20), JULIA, writeNote(STORIES.mariaC, note))
}
