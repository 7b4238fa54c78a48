import { JULIA, RAFAEL } from '@/lib/auth/demo-users'
import { comment, moveTo, openCase, takeIt } from '../activities/cases'
import { dayOf, daysBefore, minutesAfter } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'

const customerId = STORIES.mariaClara
const INVOICE = 'Segunda via da nota fiscal de setembro'
const SHOES = 'Troca do tênis comprado na loja'
const ADDRESS = 'Novo endereço de entrega a partir de janeiro'

/** A solved case, one in progress that is overdue, and one that nobody has taken yet. */
export function addCasesOfMariaClara(timeline: Timeline): void {
  const on = (days: number, minutes = 0) => minutesAfter(daysBefore(timeline.now, days), minutes)
  timeline.add(on(61), JULIA, openCase(customerId, { subject: INVOICE, assignedTo: JULIA }))
  timeline.add(on(60, 5), JULIA, comment('Enviada por e-mail.')(customerId, INVOICE))
  timeline.add(on(60, 6), JULIA, moveTo('solved')(customerId, INVOICE))
  const shoes = {
    description: 'Comprou o número 37 e quer o 38. Traz a nota e a caixa.',
    priority: 'high',
    dueOn: dayOf(on(1)),
  }
  timeline.add(on(6), RAFAEL, openCase(customerId, { subject: SHOES, ...shoes }))
  timeline.add(on(5), JULIA, takeIt(customerId, SHOES), moveTo('in_progress')(customerId, SHOES))
  timeline.add(on(4), JULIA, comment('O 38 chega à Loja Paulista na sexta-feira. Avisei a cliente.')(customerId, SHOES))
  timeline.add(on(2, 3), JULIA, openCase(customerId, { subject: ADDRESS, dueOn: dayOf(on(-20)) }))
}
