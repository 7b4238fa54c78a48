import { daysBefore, minutesAfter } from '../calendar'
import { ECOMMERCE, SAVASSI } from '../demo-stores'
import { HELENA, JULIA, MARCOS } from '../demo-users'
import { accept } from '../life/consents'
import { assign, interact, knownAs, note, rate } from '../life/customer'
import type { Life } from '../life/life'
import { addPoint } from '../life/points'
import { sentToMariaLaura } from './sent'
import { cpf, open, primary } from './tale'

export function mariaLaura(now: Date): Life {
  const at = daysBefore(now, 512)
  const known = {
    kind: 'person',
    name: 'Maria Laura Bittencourt',
    ...cpf('52998224725'),
    birthOn: '1995-11-02',
    sex: 'female',
  } as const
  const life = open({ now, story: 'mariaLaura', at, by: MARCOS, store: SAVASSI, known })
  const when = { at: minutesAfter(at, 2), by: MARCOS }
  addPoint(life, when, 'mobile', '(31) 99876-4410', primary)
  addPoint(life, when, 'email', 'laura.bittencourt@example.net', primary)
  accept(life, when, { preference: 'whatsapp', purpose: 'marketing', origin: 'admin' })
  assign(life, { at: daysBefore(now, 500), by: MARCOS }, MARCOS)
  rate(life, { at: daysBefore(now, 120), by: MARCOS }, 5)
  note(life, { at: daysBefore(now, 33), by: MARCOS }, 'Veio com a irmã, Maria Clara. São clientes diferentes.')
  sentToMariaLaura(life, now)
  interact(life, daysBefore(now, 3), 'email')
  return life
}

/** What a hurried registration in another channel leaves behind: no CPF, a shortened name, the same mobile. */
export function mariaC(now: Date): Life {
  const at = daysBefore(now, 41)
  const life = open({
    now,
    story: 'mariaC',
    at,
    by: HELENA,
    store: ECOMMERCE,
    known: { kind: 'person', name: 'Maria C. Antunes' },
  })
  addPoint(life, { at: minutesAfter(at, 1), by: HELENA }, 'mobile', '11 8765-7777', primary)
  addPoint(life, { at: minutesAfter(at, 1), by: HELENA }, 'email', 'mc.antunes@example.com', primary)
  knownAs(life, 'sap', '0010093312')
  note(life, { at: daysBefore(now, 20), by: JULIA }, 'Parece ser a Maria Clara da Loja Paulista: mesmo celular.')
  interact(life, daysBefore(now, 19), 'mobile')
  return life
}
