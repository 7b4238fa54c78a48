import { daysBefore, lastOn, minutesAfter } from '../calendar'
import { PAULISTA } from '../demo-stores'
import { JULIA, MARCOS, RAFAEL } from '../demo-users'
import { accept, cancel } from '../life/consents'
import { assign, change, knownAs, note, rate, reveal, validate } from '../life/customer'
import type { Life } from '../life/life'
import { addPoint, blockPoint, changePoint } from '../life/points'
import { sentToMariaClara } from './sent'
import { cpf, open, primary } from './tale'

const SINCE = new Date('2024-02-03T13:12:00Z')

export function mariaClara(now: Date): Life {
  const life = open({
    now,
    story: 'mariaClara',
    at: SINCE,
    by: RAFAEL,
    store: PAULISTA,
    known: {
      kind: 'person',
      name: 'Maria Clara Antunes de Souza',
      ...cpf('11144477735'),
      birthOn: '1988-05-21',
      sex: 'female',
      howMet: 'Indicação da irmã',
    },
  })
  life.customer.attributes = { 'Clube de fidelidade': 'Ouro', 'Tamanho de calçado': '37' }
  life.customer.lastPurchaseOn = daysBefore(now, 9).toISOString().slice(0, 10)
  knownAs(life, 'sap', '0010048731')
  knownAs(life, 'legado', 'C-20817')
  const email = reachHer(life)
  serveHer(life, now)
  optOut(life, now, email)
  sentToMariaClara(life, now)
  return life
}

function reachHer(life: Life) {
  const when = { at: minutesAfter(SINCE, 3), by: RAFAEL }
  addPoint(life, when, 'mobile', '(11) 98765-7777', primary)
  addPoint(life, when, 'whatsapp', '(11) 98765-7777', primary)
  const email = addPoint(life, when, 'email', 'maria.antunes@example.com', primary)
  const street = { street: 'Rua dos Pinheiros', number: '870', complement: 'ap. 42', district: 'Pinheiros' }
  addPoint(
    life,
    when,
    'address',
    { ...street, city: 'São Paulo', state: 'SP', postalCode: '05422-001', country: 'BR' },
    primary,
  )
  accept(
    life,
    { at: minutesAfter(SINCE, 4), by: RAFAEL },
    { preference: 'email', purpose: 'marketing', origin: 'admin' },
  )
  accept(life, { at: minutesAfter(SINCE, 4), by: RAFAEL }, { preference: 'sms', purpose: 'service', origin: 'admin' })
  changePoint(life, { at: minutesAfter(SINCE, 16_000), by: RAFAEL }, email, 'maria.clara@example.org')
  changePoint(life, { at: minutesAfter(SINCE, 310_000), by: JULIA }, email, 'mariaclara@example.com')
  return email
}

function serveHer(life: Life, now: Date): void {
  const when = (days: number) => ({ at: daysBefore(now, days), by: JULIA })
  rate(life, when(400), 3)
  assign(life, { at: daysBefore(now, 380), by: MARCOS }, JULIA)
  note(life, when(379), 'Prefere WhatsApp, de preferência depois das 18 h.')
  change(life, when(210), { name: 'Maria Clara Antunes' })
  validate(life, when(210), ['name', 'document', 'birthOn'])
  rate(life, when(96), 4)
  change(life, when(95), { remarks: 'Retira os pedidos na loja.' })
  note(life, when(60), 'Pediu a segunda via da nota de setembro. Enviada.')
  reveal(life, when(12), 'document')
  note(life, when(2), 'Quer trocar o endereço de entrega a partir de janeiro; vai mandar o novo.')
}

/** On her own, through the link below an offer; the store then silenced the address. */
function optOut(life: Life, now: Date, email: Life['points'][number]): void {
  const at = lastOn(now, '10-12')
  cancel(
    life,
    { at, by: null },
    { preference: 'email', purpose: 'marketing', origin: 'public_link', reason: 'Recebo mensagens demais' },
  )
  blockPoint(life, { at: minutesAfter(at, 35), by: JULIA }, email, 'Descadastrou-se das promoções')
}
