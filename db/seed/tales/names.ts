import { daysBefore, minutesAfter } from '../calendar'
import { ECOMMERCE, PAULISTA, SAVASSI } from '../demo-stores'
import { HELENA, JULIA, MARCOS, RAFAEL } from '../demo-users'
import { interact, knownAs, note, rate } from '../life/customer'
import type { Life } from '../life/life'
import { addPoint } from '../life/points'
import type { Story } from '../stories'
import { cpf, open, primary } from './tale'

const LONG = [
  'Pedro de Alcântara João Carlos Leopoldo Salvador Bibiano Francisco Xavier de Paula Leocádio',
  'Miguel Gabriel Rafael Gonzaga de Albuquerque e Vasconcelos',
].join(' ')

export const empty = (now: Date): Life =>
  open({
    now,
    story: 'empty',
    at: daysBefore(now, 4),
    by: RAFAEL,
    store: PAULISTA,
    known: { kind: 'person', name: 'Otávio', storeId: null, registeredOn: null, registeredBy: null },
  })

export function veryLongName(now: Date): Life {
  const at = daysBefore(now, 300)
  const life = open({
    now,
    story: 'veryLongName',
    at,
    by: JULIA,
    store: ECOMMERCE,
    known: { kind: 'person', name: LONG, ...cpf('04873115230'), sex: 'male' },
  })
  addPoint(
    life,
    { at: minutesAfter(at, 1), by: JULIA },
    'email',
    'pedro.de.alcantara.joao.carlos.leopoldo.salvador.bibiano@example.com',
    primary,
  )
  interact(life, daysBefore(now, 75), 'email')
  return life
}

export function nomeSocial(now: Date): Life {
  const at = daysBefore(now, 420)
  const known = {
    kind: 'person',
    name: 'Lucas Ferreira dos Reis',
    preferredName: 'Luana Ferreira',
    ...cpf('26884137088'),
    birthOn: '1999-07-17',
  } as const
  const life = open({ now, story: 'nomeSocial', at, by: MARCOS, store: SAVASSI, known })
  addPoint(life, { at: minutesAfter(at, 1), by: MARCOS }, 'whatsapp', '(31) 99876-7070', primary)
  note(life, { at: daysBefore(now, 200), by: MARCOS }, 'Usar sempre o nome social, também em etiquetas e mensagens.')
  interact(life, daysBefore(now, 14), 'whatsapp')
  return life
}

/** The same name as three registrars heard it. */
export const wellingtons = (now: Date): Life[] => [
  spelt(now, 'wellington', 'Wellington Araújo Brandão', '02', 260),
  spelt(now, 'welinton', 'Welinton Araujo', '13', 190),
  spelt(now, 'uelinton', 'Uélinton de Araújo', '24', 55),
]

function spelt(now: Date, story: Story, name: string, ending: string, days: number): Life {
  const at = daysBefore(now, days)
  const life = open({ now, story, at, by: RAFAEL, store: PAULISTA, known: { kind: 'person', name, sex: 'male' } })
  addPoint(life, { at: minutesAfter(at, 1), by: RAFAEL }, 'mobile', `(11) 96543-77${ending}`, primary)
  return life
}

export function manyAttributes(now: Date): Life {
  const at = daysBefore(now, 330)
  const known = {
    kind: 'person',
    name: 'Cíntia Yamamoto Guimarães',
    ...cpf('93541134780'),
    birthOn: '1985-01-28',
    sex: 'female',
  } as const
  const life = open({ now, story: 'manyAttributes', at, by: HELENA, store: ECOMMERCE, known })
  life.customer.attributes = {
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
  for (const [source, id] of [
    ['sap', '0010055508'],
    ['legado', 'C-55108'],
    ['ecommerce', 'ctm-8842310'],
    ['fidelidade', 'OURO-0071'],
  ] as const)
    knownAs(life, source, id)
  addPoint(life, { at: minutesAfter(at, 1), by: HELENA }, 'email', 'cintia.yamamoto@example.com', primary)
  rate(life, { at: daysBefore(now, 45), by: JULIA }, 5)
  interact(life, daysBefore(now, 2), 'email')
  return life
}
