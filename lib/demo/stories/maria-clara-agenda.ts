import { JULIA, RAFAEL } from '@/lib/auth/demo-users'
import {
  answerReservation,
  contact,
  endReminder,
  remind,
  reserve,
  runAgenda,
  startContact,
  workReason,
} from '../activities/agenda'
import { acceptPreference } from '../activities/customers'
import { earnCredit, spendCredit } from '../activities/purchases'
import { dayOf, daysBefore, lastOn, minutesAfter } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { BIRTHDAY } from './agenda'

const customerId = STORIES.mariaClara

/** Reasons, interactions, reminders and reservations of every status (B4 to B7). */
export function addAgendaOfMariaClara(timeline: Timeline): void {
  const on = (days: number, minutes = 0) => minutesAfter(daysBefore(timeline.now, days), minutes)
  const day = (days: number) => dayOf(on(days))
  timeline.add(on(429), RAFAEL, acceptPreference(customerId, { preference: 'agenda', purpose: 'marketing' }))
  // Nobody contacted her after the first run; she bought in the period of the second one.
  timeline.addOutside(on(150), runAgenda)
  timeline.addOutside(on(90), runAgenda)
  const birthday = lastOn(timeline.now, '05-21')
  timeline.addOutside(minutesAfter(birthday, -60), runAgenda)
  const thanks = 'Agradeceu e vem buscar o presente na sexta-feira.'
  const reached = { means: 'whatsapp', situation: 'success', feedback: 'positive', comment: thanks } as const
  timeline.add(birthday, JULIA, workReason(customerId, BIRTHDAY, reached))
  // The credit of a reason is used with the purchase that it was generated for, so its balance is gone.
  timeline.add(on(9, 5), RAFAEL, earnCredit('B-6802', 1_500, 30)(customerId, 'P-21577'))
  timeline.addOutside(on(8), runAgenda)
  timeline.add(on(7), RAFAEL, spendCredit('B-6802', 1_500)(customerId, 'P-21577'))
  addContacts(timeline)
  const belt = 'Ver se o cinto marrom chegou'
  timeline.add(on(66), JULIA, remind(customerId, day(60), belt))
  timeline.add(on(60), JULIA, endReminder(customerId, belt, 'done'))
  const size = 'Confirmar o número do sapato'
  timeline.add(on(30), RAFAEL, remind(customerId, day(20), size))
  timeline.add(on(25), RAFAEL, endReminder(customerId, size, 'cancelled'))
  timeline.add(on(1), JULIA, remind(customerId, day(-3), 'Ligar para saber do novo endereço'))
  addReservations(timeline)
}

function addContacts(timeline: Timeline): void {
  const on = (days: number, minutes = 0) => minutesAfter(daysBefore(timeline.now, days), minutes)
  const wrong = { means: 'call', situation: 'invalid_number', comment: 'O telefone fixo não existe mais.' } as const
  timeline.add(on(250), RAFAEL, contact(customerId, wrong))
  timeline.add(on(41), JULIA, contact(customerId, { means: 'call', situation: 'no_answer' }))
  const busy = { means: 'call', situation: 'success', feedback: 'negative', comment: 'Não gosta de ligações.' } as const
  timeline.add(on(40), JULIA, contact(customerId, busy))
  timeline.add(on(33), RAFAEL, startContact(customerId, 'whatsapp'))
  timeline.addOutside(on(33, 300), runAgenda)
}

function addReservations(timeline: Timeline): void {
  const on = (days: number) => daysBefore(timeline.now, days)
  const day = (days: number) => dayOf(on(days))
  const flats = { product: 'Sapatilha preta 37', pickUpOn: day(9), pickUpTime: '17:00' }
  timeline.add(on(11), RAFAEL, reserve(customerId, flats))
  timeline.add(on(10), RAFAEL, answerReservation(customerId, flats.product, 'confirmed', 'Passa depois do trabalho.'))
  const coat = { product: 'Casaco de lã', pickUpOn: day(47), pickUpTime: '12:00' }
  timeline.add(on(50), JULIA, reserve(customerId, coat))
  timeline.add(on(48), JULIA, answerReservation(customerId, coat.product, 'cancelled', 'Achou outro mais barato.'))
  const dress = { product: 'Vestido midi floral 38', pickUpOn: day(-2), pickUpTime: '16:00' }
  timeline.add(on(1), RAFAEL, reserve(customerId, dress))
}
