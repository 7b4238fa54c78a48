import { daysBefore, minutesAfter } from '../calendar'
import { ECOMMERCE, PAULISTA } from '../demo-stores'
import { HELENA, JULIA, RAFAEL } from '../demo-users'
import { accept, cancel } from '../life/consents'
import { interact, note } from '../life/customer'
import { absorb, type Life } from '../life/life'
import { addPoint, blockPoint, changePoint } from '../life/points'
import { cpf, open, primary } from './tale'

/** Registered in the shop and again online, and merged last month: what she said to one record holds for both. */
export function mergedTwice(now: Date): Life[] {
  const [kept, absorbed] = [inTheShop(now), online(now)]
  absorb(absorbed, kept)
  note(
    kept,
    { at: daysBefore(now, 30), by: JULIA },
    'Tinha dois cadastros; foram unidos. O celular antigo continua bloqueado, a pedido dela.',
  )
  interact(kept, daysBefore(now, 11), 'email')
  return [kept, absorbed]
}

function inTheShop(now: Date): Life {
  const at = daysBefore(now, 420)
  const known = {
    kind: 'person',
    name: 'Lívia Sant’Anna Prado',
    ...cpf('70281539405'),
    birthOn: '1983-08-14',
    sex: 'female',
  } as const
  const life = open({ now, story: 'merged', at, by: RAFAEL, store: PAULISTA, known })
  const when = { at: minutesAfter(at, 4), by: RAFAEL }
  addPoint(life, when, 'mobile', '(11) 91234-6601', primary)
  addPoint(life, when, 'email', 'livia.prado@example.com', primary)
  accept(life, when, { preference: 'email', purpose: 'marketing', origin: 'admin' })
  accept(life, when, { preference: 'sms', purpose: 'marketing', origin: 'admin' })
  return life
}

function online(now: Date): Life {
  const at = daysBefore(now, 150)
  const known = { kind: 'person', name: 'Lívia S. Prado' } as const
  const life = open({ now, story: 'absorbed', at, by: HELENA, store: ECOMMERCE, known })
  const when = { at: minutesAfter(at, 2), by: HELENA }
  const mobile = addPoint(life, when, 'mobile', '(11) 91234-6602', primary)
  addPoint(life, when, 'whatsapp', '(11) 91234-6602', primary)
  const email = addPoint(life, when, 'email', 'livia@example.net')
  changePoint(life, { at: daysBefore(now, 140), by: HELENA }, email, 'livia.prado@example.com')
  cancel(
    life,
    { at: daysBefore(now, 75), by: null },
    { preference: 'sms', purpose: 'marketing', origin: 'public_link', reason: 'Muitas mensagens' },
  )
  blockPoint(life, { at: daysBefore(now, 74), by: JULIA }, mobile, 'Pediu para não usar este número')
  return life
}
