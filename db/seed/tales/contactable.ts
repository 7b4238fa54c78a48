import { daysBefore, minutesAfter } from '../calendar'
import { BOA_VIAGEM, PAULISTA, SAVASSI } from '../demo-stores'
import { BRUNA, JULIA, MARCOS, RAFAEL } from '../demo-users'
import { accept, cancel } from '../life/consents'
import { assign, interact, note } from '../life/customer'
import type { Life } from '../life/life'
import { addPoint, blockPoint, changePoint, restorePoint, retirePoint } from '../life/points'
import { sentToOptedOut, sentToWithoutPrimary } from './sent'
import { cpf, open, primary } from './tale'

export function optedOut(now: Date): Life {
  const at = daysBefore(now, 640)
  const known = {
    kind: 'person',
    name: 'Sérgio Murilo Tavares',
    ...cpf('15350946056'),
    birthOn: '1974-03-09',
    sex: 'male',
  } as const
  const life = open({ now, story: 'optedOut', at, by: RAFAEL, store: PAULISTA, known })
  const when = { at: minutesAfter(at, 2), by: RAFAEL }
  const points = [
    addPoint(life, when, 'mobile', '(11) 97654-0918', primary),
    addPoint(life, when, 'whatsapp', '(11) 97654-0918', primary),
    addPoint(life, when, 'email', 'sergio.tavares@example.org', primary),
  ]
  for (const preference of ['email', 'sms'] as const)
    accept(life, when, { preference, purpose: 'marketing', origin: 'admin' })
  const enough = daysBefore(now, 85)
  for (const preference of ['email', 'sms', 'whatsapp', 'agenda'] as const) {
    for (const purpose of ['marketing', 'service'] as const) {
      cancel(
        life,
        { at: enough, by: null },
        { preference, purpose, origin: 'public_link', reason: 'Não quero nenhum contato' },
      )
    }
  }
  const asked = { at: minutesAfter(enough, 55), by: JULIA }
  for (const point of points) blockPoint(life, asked, point, 'Pediu para não ser contatado')
  note(life, asked, 'Ligou bravo com uma oferta repetida. Pediu para sair de tudo; feito na hora.')
  sentToOptedOut(life, now)
  interact(life, asked.at, 'mobile')
  return life
}

export function withoutPrimary(now: Date): Life {
  const at = daysBefore(now, 230)
  const known = { kind: 'person', name: 'Thaís da Conceição Duarte', ...cpf('86288366757'), sex: 'female' } as const
  const life = open({ now, story: 'withoutPrimary', at, by: MARCOS, store: SAVASSI, known })
  const when = { at: minutesAfter(at, 3), by: MARCOS }
  addPoint(life, when, 'mobile', '(31) 98765-1188')
  addPoint(life, when, 'mobile', '(31) 97654-2299', { label: 'Mãe' })
  addPoint(life, when, 'email', 'thais.duarte@example.com')
  addPoint(life, when, 'email', 'duarte.trabalho@example.org', { label: 'Trabalho' })
  accept(life, when, { preference: 'sms', purpose: 'marketing', origin: 'admin' })
  sentToWithoutPrimary(life, now)
  note(life, { at: daysBefore(now, 18), by: JULIA }, 'Perguntar em qual número prefere receber mensagens.')
  return life
}

export function movedAround(now: Date): Life {
  const at = daysBefore(now, 980)
  const known = {
    kind: 'person',
    name: 'Iracema Figueirêdo de Sá',
    ...cpf('71460238001'),
    birthOn: '1990-12-30',
    sex: 'female',
  } as const
  const life = open({ now, story: 'movedAround', at, by: BRUNA, store: BOA_VIAGEM, known })
  const when = (days: number) => ({ at: daysBefore(now, days), by: BRUNA })
  const old = addPoint(life, when(979), 'mobile', '(81) 98765-3001', primary)
  const email = addPoint(life, when(979), 'email', 'iracema@example.net', primary)
  const home = addPoint(
    life,
    when(979),
    'address',
    lived('Rua da Aurora', '325', 'Boa Vista', 'Recife', 'PE', '50050-000'),
    primary,
  )
  changePoint(life, when(700), email, 'iracema.sa@example.net')
  changePoint(life, when(540), home, lived('Rua do Sol', '18', 'Carmo', 'Olinda', 'PE', '53120-010'))
  const next = addPoint(life, when(400), 'mobile', '(83) 98765-3002', primary)
  retirePoint(life, when(399), old)
  changePoint(
    life,
    when(310),
    home,
    lived('Avenida Epitácio Pessoa', '2200', 'Tambauzinho', 'João Pessoa', 'PB', '58042-000'),
  )
  restorePoint(life, when(150), old)
  blockPoint(life, when(90), old, 'Número de terceiros')
  changePoint(life, when(30), next, '(83) 98765-3003')
  assign(life, when(29), BRUNA)
  interact(life, daysBefore(now, 6), 'mobile')
  return life
}

const lived = (street: string, number: string, district: string, city: string, state: string, postalCode: string) => ({
  street,
  number,
  district,
  city,
  state,
  postalCode,
  country: 'BR',
})
