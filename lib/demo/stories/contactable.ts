import { BRUNA, HELENA, JULIA, MARCOS, RAFAEL } from '@/lib/auth/demo-users'
import { addPoint, blockPoint, changePoint, primary, restorePoint, retirePoint } from '../activities/contacts'
import { acceptPreference, assign, cancelPreference, cpf, register, writeNote } from '../activities/customers'
import { pastSendOf, recordSends } from '../activities/sends'
import { JOURNEYS, messageOf } from '../journeys'
import { daysBefore, minutesAfter } from '../seed-clock'
import { BOA_VIAGEM, PAULISTA, SAVASSI } from '../stores'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { OUTCOMES } from '../vocabulary/outcomes'

const { welcome, billing, birthday, clearance } = JOURNEYS
const BOTH = ['service', 'marketing'] as const

/** He complains about an offer that he got twice; an hour later he calls and cancels every consent. */
export function optedOut(timeline: Timeline): void {
  const { now } = timeline
  const customerId = STORIES.optedOut
  const registeredAt = daysBefore(now, 640)
  const person = { kind: 'person', name: 'Sérgio Murilo Tavares', birthOn: '1974-03-09', sex: 'male' } as const
  timeline.add(registeredAt, RAFAEL, register(customerId, { ...person, ...cpf('15350946056'), storeId: PAULISTA.id }))
  timeline.add(
    minutesAfter(registeredAt, 2),
    RAFAEL,
    addPoint(customerId, 'mobile', '(11) 97654-0918', primary),
    addPoint(customerId, 'whatsapp', '(11) 97654-0918', primary),
    addPoint(customerId, 'email', 'sergio.tavares@example.org', primary),
    acceptPreference(customerId, { preference: 'email', purpose: 'marketing' }),
    acceptPreference(customerId, { preference: 'sms', purpose: 'marketing' }),
  )
  const complaint = daysBefore(now, 85)
  const email = { customerId, name: person.name, address: 'sergio.tavares@example.org' }
  const offer = { ...email, message: messageOf(clearance, 'email') }
  const [first, second] = [minutesAfter(complaint, -2_900), minutesAfter(complaint, -30)]
  timeline.addOutside(
    minutesAfter(second, 15),
    recordSends([
      pastSendOf({
        ...email,
        at: daysBefore(now, 630),
        message: messageOf(welcome, 'email'),
        outcome: OUTCOMES.opened,
      }),
      pastSendOf({ ...offer, at: first, outcome: OUTCOMES.delivered }),
      pastSendOf({ ...offer, at: second, outcome: OUTCOMES.complained }),
    ]),
  )
  const reason = 'Não quero nenhum contato'
  const others = (['sms', 'whatsapp', 'agenda'] as const).flatMap((preference) =>
    BOTH.map((purpose) => cancelPreference(customerId, { preference, purpose, reason })),
  )
  const points = (['mobile', 'whatsapp', 'email'] as const).map((channel) =>
    blockPoint(customerId, { channel }, 'Pediu para não ser contatado'),
  )
  const note = 'Ligou bravo com uma oferta repetida. Pediu para sair de tudo; feito na hora.'
  timeline.add(minutesAfter(complaint, 55), JULIA, ...others, ...points, writeNote(customerId, note))
}

export function withoutPrimary(timeline: Timeline): void {
  const { now } = timeline
  const customerId = STORIES.withoutPrimary
  const registeredAt = daysBefore(now, 230)
  const person = { kind: 'person', name: 'Thaís da Conceição Duarte', sex: 'female' } as const
  timeline.add(registeredAt, MARCOS, register(customerId, { ...person, ...cpf('86288366757'), storeId: SAVASSI.id }))
  timeline.add(
    minutesAfter(registeredAt, 3),
    MARCOS,
    addPoint(customerId, 'mobile', '(31) 98765-1188'),
    addPoint(customerId, 'mobile', '(31) 97654-2299', { label: 'Mãe' }),
    addPoint(customerId, 'email', 'thais.duarte@example.com'),
    addPoint(customerId, 'email', 'duarte.trabalho@example.org', { label: 'Trabalho' }),
    acceptPreference(customerId, { preference: 'sms', purpose: 'marketing' }),
  )
  const { name } = person
  const [greeting, reminder] = [messageOf(birthday, 'sms'), messageOf(billing, 'sms')]
  const own = { customerId, name, address: '+5531987651188', at: daysBefore(now, 200) }
  const mother = { customerId, name, address: '+5531976542299', at: daysBefore(now, 19), sentBy: JULIA.id }
  timeline.addOutside(
    minutesAfter(mother.at, 5),
    recordSends([
      pastSendOf({ ...own, message: greeting, outcome: OUTCOMES.delivered }),
      pastSendOf({ ...mother, message: reminder, outcome: OUTCOMES.sent }),
    ]),
  )
  timeline.add(daysBefore(now, 18), JULIA, writeNote(customerId, 'Perguntar em qual número prefere receber mensagens.'))
}

/** Contact points that were edited, removed and restored. */
export function movedAround(timeline: Timeline): void {
  const { now } = timeline
  const customerId = STORIES.movedAround
  const registeredAt = daysBefore(now, 980)
  const person = { kind: 'person', name: 'Iracema Figueirêdo de Sá', birthOn: '1990-12-30', sex: 'female' } as const
  timeline.add(registeredAt, BRUNA, register(customerId, { ...person, ...cpf('71460238001'), storeId: BOA_VIAGEM.id }))
  const old = { channel: 'mobile', value: '(81) 98765-3001' } as const
  const next = { channel: 'mobile', value: '(83) 98765-3002' } as const
  const address = { channel: 'address' } as const
  timeline.add(
    daysBefore(now, 979),
    BRUNA,
    addPoint(customerId, 'mobile', old.value, primary),
    addPoint(customerId, 'email', 'iracema@example.net', primary),
    addPoint(customerId, 'address', home('Rua da Aurora', '325', 'Boa Vista', 'Recife', 'PE', '50050-000'), primary),
  )
  const olinda = home('Rua do Sol', '18', 'Carmo', 'Olinda', 'PE', '53120-010')
  const street = 'Avenida Epitácio Pessoa'
  const joaoPessoa = home(street, '2200', 'Tambauzinho', 'João Pessoa', 'PB', '58042-000')
  const on = (days: number) => daysBefore(now, days)
  timeline.add(on(700), BRUNA, changePoint(customerId, { channel: 'email' }, 'iracema.sa@example.net'))
  timeline.add(on(540), BRUNA, changePoint(customerId, address, olinda))
  timeline.add(on(400), BRUNA, addPoint(customerId, 'mobile', next.value, primary))
  timeline.add(on(399), BRUNA, retirePoint(customerId, old))
  timeline.add(on(310), BRUNA, changePoint(customerId, address, joaoPessoa))
  timeline.add(on(150), BRUNA, restorePoint(customerId, old))
  timeline.add(on(90), BRUNA, blockPoint(customerId, old, 'Número de terceiros'))
  timeline.add(on(30), BRUNA, changePoint(customerId, next, '(83) 98765-3003'))
  timeline.add(on(29), HELENA, assign(customerId, JULIA))
  timeline.add(on(28), HELENA, assign(customerId, BRUNA))
  const at = on(6)
  const send = { customerId, name: person.name, at, address: '+5583987653003', message: messageOf(billing, 'sms') }
  timeline.addOutside(minutesAfter(at, 5), recordSends([pastSendOf({ ...send, outcome: OUTCOMES.delivered })]))
}

const home = (street: string, number: string, district: string, city: string, state: string, postalCode: string) => ({
  street,
  number,
  district,
  city,
  state,
  postalCode,
  country: 'BR',
})
