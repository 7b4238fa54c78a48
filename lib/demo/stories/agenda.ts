import { BRUNA, HELENA, JULIA, RAFAEL } from '@/lib/auth/demo-users'
import { acceptAgendaIn, addRule, remind, reserve, runAgenda, workReasons } from '../activities/agenda'
import { dayOf, daysBefore, minutesAfter } from '../seed-clock'
import { BOA_VIAGEM, PAULISTA, SAVASSI } from '../stores'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'

export const BIRTHDAY = 'Aniversário'
export const MISSED = 'Sentimos sua falta'
export const AFTER_SALE = 'Pós-venda'
export const CREDIT = 'Crédito expirando'
const COLLECTION = 'Coleção de verão'

const GREETING = 'Olá, {{name}}! Aqui é {{seller}}, da {{store}}.'

/** The rules of the demo, what the job generated since, and what the sellers did today. */
export function agenda(timeline: Timeline): void {
  const { now } = timeline
  const on = (days: number) => daysBefore(now, days)
  timeline.add(
    on(430),
    HELENA,
    addRule({ kind: 'birthday', name: BIRTHDAY, days: 2, openDays: 7, message: `${GREETING} Feliz aniversário!` }),
    addRule({
      ...{ kind: 'no_purchase', name: MISSED, days: 60, openDays: 40 },
      message: `${GREETING} Faz tempo que não nos vemos. Posso separar novidades para você?`,
    }),
    addRule({
      ...{ kind: 'after_purchase', name: AFTER_SALE, days: 7, openDays: 10 },
      message: `${GREETING} Gostou da compra? Estou à disposição.`,
    }),
    addRule({
      ...{ kind: 'credit_expiring', name: CREDIT, days: 30, openDays: 31 },
      message: `${GREETING} Você tem {{credit}} em créditos que estão expirando.`,
    }),
  )
  timeline.add(on(40), JULIA, acceptAgendaIn(PAULISTA.id, 14), acceptAgendaIn(SAVASSI.id, 6))
  timeline.add(on(39), JULIA, acceptAgendaIn(BOA_VIAGEM.id, 8))
  const summer = { name: COLLECTION, openDays: 14, message: `${GREETING} A coleção de verão chegou!` }
  timeline.add(on(3), HELENA, addRule({ kind: 'campaign', days: 0, ...summer, filter: `store=${PAULISTA.id}` }))
  for (const days of [36, 24, 12, 2, 1]) timeline.addOutside(on(days), runAgenda)
  timeline.add(
    minutesAfter(now, -200),
    RAFAEL,
    workReasons(COLLECTION, [
      { means: 'whatsapp', situation: 'success', feedback: 'positive', comment: 'Vem ver no sábado.' },
      { means: 'call', situation: 'no_answer' },
      { means: 'call', situation: 'success', feedback: 'neutral', comment: 'Prefere esperar a liquidação.' },
    ]),
  )
  dueToday(timeline)
}

/** Reminders and reservations that are due today or tomorrow. */
function dueToday(timeline: Timeline): void {
  const { now } = timeline
  const before = daysBefore(now, 2)
  const day = (days: number) => dayOf(daysBefore(now, -days))
  const { mariaLaura, wellington, movedAround } = STORIES
  timeline.add(before, RAFAEL, remind(wellington, day(0), 'Avisar que a mochila azul chegou.'))
  timeline.add(before, JULIA, remind(mariaLaura, day(1), 'Perguntar se o presente serviu.'))
  timeline.add(before, BRUNA, remind(movedAround, day(0), 'Combinar a visita à loja.'))
  const dress = { product: 'Vestido de festa azul, 40', pickUpOn: day(0), pickUpTime: '18:30' }
  timeline.add(before, RAFAEL, reserve(wellington, dress))
  timeline.add(before, BRUNA, reserve(movedAround, { product: 'Mala média', pickUpOn: day(1), pickUpTime: '11:00' }))
}
