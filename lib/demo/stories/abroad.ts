import { HELENA, JULIA } from '@/lib/auth/demo-users'
import { addPoint, primary } from '../activities/contacts'
import { acceptPreference, assign, register, writeNote } from '../activities/customers'
import { pastSendOf, recordSends } from '../activities/sends'
import { JOURNEYS, messageOf } from '../journeys'
import { daysBefore, minutesAfter } from '../seed-clock'
import { ECOMMERCE } from '../stores'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { OUTCOMES } from '../vocabulary/outcomes'

const { welcome, offers } = JOURNEYS

export function argentinian(timeline: Timeline): void {
  const { now } = timeline
  const customerId = STORIES.argentinian
  const registeredAt = daysBefore(now, 270)
  const name = 'María Florencia Núñez'
  const document = { documentType: 'dni', documentNumber: '30123456', documentCountry: 'AR' } as const
  const registration = { kind: 'person', name, ...document, birthOn: '1983-09-05', sex: 'female' } as const
  timeline.add(registeredAt, JULIA, register(customerId, { ...registration, storeId: ECOMMERCE.id }))
  const street = { street: 'Avenida Corrientes', number: '1530', complement: '4º B', district: 'San Nicolás' }
  const address = { ...street, city: 'Buenos Aires', state: 'CABA', postalCode: 'C1042', country: 'AR' }
  timeline.add(
    minutesAfter(registeredAt, 2),
    JULIA,
    addPoint(customerId, 'mobile', '+54 9 11 5123-4567', primary),
    addPoint(customerId, 'whatsapp', '+54 9 11 5123-4567', primary),
    addPoint(customerId, 'email', 'florencia.nunez@example.org', primary),
    addPoint(customerId, 'address', address, primary),
    acceptPreference(customerId, { preference: 'whatsapp', purpose: 'marketing' }),
  )
  timeline.add(
    daysBefore(now, 100),
    JULIA,
    writeNote(customerId, 'Atender em espanhol. Compra para entrega no Brasil.'),
  )
  const whatsapp = { customerId, name, address: '+5491151234567' }
  const [offer, greeting] = [daysBefore(now, 30), daysBefore(now, 9)]
  const sends = [
    pastSendOf({ ...whatsapp, at: offer, message: messageOf(offers, 'whatsapp'), outcome: OUTCOMES.opened }),
    pastSendOf({ ...whatsapp, at: greeting, message: messageOf(welcome, 'whatsapp'), outcome: OUTCOMES.replied }),
  ]
  timeline.addOutside(minutesAfter(greeting, 10), recordSends(sends))
}

export function chilean(timeline: Timeline): void {
  const customerId = STORIES.chilean
  const registeredAt = daysBefore(timeline.now, 150)
  const name = 'Ignacio Muñoz Peña'
  const document = { documentType: 'rut', documentNumber: '123456785', documentCountry: 'CL' } as const
  const registration = { kind: 'person', name, ...document, sex: 'male', storeId: ECOMMERCE.id } as const
  timeline.add(registeredAt, JULIA, register(customerId, registration))
  timeline.add(
    minutesAfter(registeredAt, 1),
    JULIA,
    addPoint(customerId, 'mobile', '+56 9 6123 4567', primary),
    addPoint(customerId, 'email', 'ignacio.munoz@example.com', primary),
  )
  timeline.add(daysBefore(timeline.now, 149), HELENA, assign(customerId, JULIA))
  const at = daysBefore(timeline.now, 27)
  const send = { customerId, name, at, address: 'ignacio.munoz@example.com', message: messageOf(welcome, 'email', 2) }
  timeline.addOutside(minutesAfter(at, 200), recordSends([pastSendOf({ ...send, outcome: OUTCOMES.opened })]))
}
