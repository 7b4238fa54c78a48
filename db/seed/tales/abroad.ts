import { daysBefore, minutesAfter } from '../calendar'
import { ECOMMERCE } from '../demo-stores'
import { JULIA } from '../demo-users'
import { accept } from '../life/consents'
import { assign, interact, note } from '../life/customer'
import type { Life } from '../life/life'
import { addPoint } from '../life/points'
import { sentToArgentinian } from './sent'
import { open, primary } from './tale'

export function argentinian(now: Date): Life {
  const at = daysBefore(now, 270)
  const document = { documentType: 'dni', documentNumber: '30123456', documentCountry: 'AR' } as const
  const known = {
    kind: 'person',
    name: 'María Florencia Núñez',
    ...document,
    birthOn: '1983-09-05',
    sex: 'female',
  } as const
  const life = open({ now, story: 'argentinian', at, by: JULIA, store: ECOMMERCE, known })
  const when = { at: minutesAfter(at, 2), by: JULIA }
  addPoint(life, when, 'mobile', '+54 9 11 5123-4567', primary)
  addPoint(life, when, 'whatsapp', '+54 9 11 5123-4567', primary)
  addPoint(life, when, 'email', 'florencia.nunez@example.org', primary)
  const street = { street: 'Avenida Corrientes', number: '1530', complement: '4º B', district: 'San Nicolás' }
  addPoint(
    life,
    when,
    'address',
    { ...street, city: 'Buenos Aires', state: 'CABA', postalCode: 'C1042', country: 'AR' },
    primary,
  )
  accept(life, when, { preference: 'whatsapp', purpose: 'marketing', origin: 'admin' })
  note(life, { at: daysBefore(now, 100), by: JULIA }, 'Atender em espanhol. Compra para entrega no Brasil.')
  sentToArgentinian(life, now)
  return life
}

export function chilean(now: Date): Life {
  const at = daysBefore(now, 150)
  const document = { documentType: 'rut', documentNumber: '123456785', documentCountry: 'CL' } as const
  const life = open({
    now,
    story: 'chilean',
    at,
    by: JULIA,
    store: ECOMMERCE,
    known: { kind: 'person', name: 'Ignacio Muñoz Peña', ...document, sex: 'male' },
  })
  addPoint(life, { at: minutesAfter(at, 1), by: JULIA }, 'mobile', '+56 9 6123 4567', primary)
  addPoint(life, { at: minutesAfter(at, 1), by: JULIA }, 'email', 'ignacio.munoz@example.com', primary)
  assign(life, { at: daysBefore(now, 149), by: JULIA }, JULIA)
  interact(life, daysBefore(now, 27), 'email')
  return life
}
