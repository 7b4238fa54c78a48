import { HELENA, JULIA, RAFAEL } from '@/lib/auth/demo-users'
import { addPoint, blockPoint, changePoint, primary } from '../activities/contacts'
import { acceptPreference, cancelPreference, cpf, register, writeNote } from '../activities/customers'
import { merge } from '../activities/merge'
import { pastSendOf, recordSends } from '../activities/sends'
import { JOURNEYS, messageOf } from '../journeys'
import { daysBefore, minutesAfter } from '../seed-clock'
import { ECOMMERCE, PAULISTA } from '../stores'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { OUTCOMES } from '../vocabulary/outcomes'

/** Registered in the shop and again online, and merged last month: the consents of one record count for both. */
export function mergedRecords(timeline: Timeline): void {
  const { now } = timeline
  registerInShop(timeline)
  registerOnline(timeline)
  const note = 'Tinha dois cadastros; foram unidos. O celular antigo continua bloqueado, a pedido dela.'
  timeline.add(daysBefore(now, 30), HELENA, merge(STORIES.absorbed, STORIES.merged))
  timeline.add(minutesAfter(daysBefore(now, 30), 4), JULIA, writeNote(STORIES.merged, note))
  const at = daysBefore(now, 11)
  const send = { customerId: STORIES.merged, name: 'Lívia Sant’Anna Prado', at, address: 'livia.prado@example.com' }
  const message = messageOf(JOURNEYS.offers, 'email')
  timeline.addOutside(minutesAfter(at, 200), recordSends([pastSendOf({ ...send, message, outcome: OUTCOMES.opened })]))
}

function registerInShop(timeline: Timeline): void {
  const customerId = STORIES.merged
  const registeredAt = daysBefore(timeline.now, 420)
  const person = { kind: 'person', name: 'Lívia Sant’Anna Prado', birthOn: '1983-08-14', sex: 'female' } as const
  timeline.add(registeredAt, RAFAEL, register(customerId, { ...person, ...cpf('70281539405'), storeId: PAULISTA.id }))
  timeline.add(
    minutesAfter(registeredAt, 4),
    RAFAEL,
    addPoint(customerId, 'mobile', '(11) 91234-6601', primary),
    addPoint(customerId, 'email', 'livia.prado@example.com', primary),
    acceptPreference(customerId, { preference: 'email', purpose: 'marketing' }),
    acceptPreference(customerId, { preference: 'sms', purpose: 'marketing' }),
  )
}

function registerOnline(timeline: Timeline): void {
  const { now } = timeline
  const customerId = STORIES.absorbed
  const registeredAt = daysBefore(now, 150)
  const person = { kind: 'person', name: 'Lívia S. Prado', storeId: ECOMMERCE.id } as const
  timeline.add(registeredAt, HELENA, register(customerId, person))
  timeline.add(
    minutesAfter(registeredAt, 2),
    HELENA,
    addPoint(customerId, 'mobile', '(11) 91234-6602', primary),
    addPoint(customerId, 'whatsapp', '(11) 91234-6602', primary),
    addPoint(customerId, 'email', 'livia@example.net'),
  )
  const email = { channel: 'email' } as const
  timeline.add(daysBefore(now, 140), HELENA, changePoint(customerId, email, 'livia.prado@example.com'))
  const cancelled = { preference: 'sms', purpose: 'marketing', reason: 'Muitas mensagens' } as const
  timeline.add(daysBefore(now, 75), JULIA, cancelPreference(customerId, cancelled))
  const reason = 'Pediu para não usar este número'
  timeline.add(daysBefore(now, 74), JULIA, blockPoint(customerId, { channel: 'mobile' }, reason))
}
