import { HELENA, JULIA } from '@/lib/auth/demo-users'
import { blockPoint } from '../activities/contacts'
import { type Automated, pastSendOf, recordSends, unsubscribe } from '../activities/sends'
import { JOURNEYS, messageOf } from '../journeys'
import { daysBefore, minutesAfter } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { OUTCOMES } from '../vocabulary/outcomes'

const { welcome, billing, offers } = JOURNEYS
const customerId = STORIES.mariaClara
const NAME = { customerId, name: 'Maria Clara Antunes' }
const EMAIL = { ...NAME, address: 'mariaclara@example.com' }
const PHONE = { ...NAME, address: '+5511987657777' }

/** Messages of the journeys in every state, one with a certificate, and two test sends. */
export function addSendsToMariaClara(timeline: Timeline, when: { registeredAt: Date; optedOutAt: Date }): void {
  const { now } = timeline
  welcomeHer(timeline, when.registeredAt)
  const trial = daysBefore(now, 120)
  record(timeline, [
    { ...EMAIL, at: trial, message: messageOf(offers, 'email'), outcome: OUTCOMES.opened, ...TRIAL },
    { ...PHONE, at: minutesAfter(trial, 30), message: messageOf(offers, 'sms'), outcome: OUTCOMES.delivered, ...TRIAL },
  ])
  optOut(timeline, when.optedOutAt)
  const bill = daysBefore(now, 36)
  const sms = { ...PHONE, message: messageOf(billing, 'sms') }
  record(timeline, [
    { ...sms, at: bill, outcome: OUTCOMES.failed },
    { ...sms, at: minutesAfter(bill, 180), outcome: OUTCOMES.delivered },
  ])
  const reminder = { ...PHONE, message: messageOf(billing, 'whatsapp', 2), outcome: OUTCOMES.replied }
  record(timeline, [{ ...reminder, at: minutesAfter(now, -129) }])
}

const TRIAL = { test: true, sentBy: HELENA.id }

/** Records messages some minutes after the last of them. */
function record(timeline: Timeline, sends: readonly Automated[]): void {
  timeline.addOutside(minutesAfter(sends.at(-1)!.at, 10), recordSends(sends.map(pastSendOf)))
}

function welcomeHer(timeline: Timeline, registeredAt: Date): void {
  const [first, again] = [
    { ...NAME, address: 'maria.antunes@example.com' },
    { ...NAME, address: 'maria.clara@example.org' },
  ]
  const at = (minutes: number) => minutesAfter(registeredAt, minutes)
  record(timeline, [
    { ...first, at: at(10), message: messageOf(welcome, 'email'), outcome: OUTCOMES.bounced },
    { ...PHONE, at: at(11), message: messageOf(welcome, 'whatsapp'), outcome: OUTCOMES.replied },
  ])
  record(timeline, [{ ...again, at: at(20_000), message: messageOf(welcome, 'email', 2), outcome: OUTCOMES.opened }])
}

/** She unsubscribes through the link below an offer; the store then turns off the bell of the address. */
function optOut(timeline: Timeline, optedOutAt: Date): void {
  const certificateUrl = 'https://example.com/certificados/RT-2026-004871'
  const bill = { ...EMAIL, message: messageOf(billing, 'email'), outcome: OUTCOMES.clicked, certificateUrl }
  const offer = { ...EMAIL, message: messageOf(offers, 'email'), outcome: OUTCOMES.opened }
  record(timeline, [
    { ...bill, at: daysBefore(optedOutAt, 90) },
    { ...offer, at: daysBefore(optedOutAt, 31) },
  ])
  const last = { ...EMAIL, at: minutesAfter(optedOutAt, -50), message: messageOf(offers, 'email', 2) }
  const sent = { customerId }
  timeline.addOutside(
    minutesAfter(optedOutAt, -1),
    recordSends([pastSendOf({ ...last, outcome: OUTCOMES.clicked })], sent),
  )
  timeline.addOutside(optedOutAt, unsubscribe(sent, 'Recebo mensagens demais'))
  const reason = 'Descadastrou-se das promoções'
  timeline.add(minutesAfter(optedOutAt, 35), JULIA, blockPoint(customerId, { channel: 'email' }, reason))
}
