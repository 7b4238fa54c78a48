import { daysBefore, lastOn, minutesAfter } from '../calendar'
import { HELENA, JULIA, MARCOS, RAFAEL } from '../demo-users'
import { JOURNEYS, messageOf } from '../journeys'
import type { Life } from '../life/life'
import { send } from '../life/sends'
import { FATES } from '../vocabulary/fates'
import { askedOfMariaClara } from './acceptances'
import { filedForCompany, filedForMariaClara, filedForMariaLaura, filedForWhale } from './documents'

const { welcome, reissue, contract, billing, offers, birthday, clearance } = JOURNEYS

const pointOf = ({ points }: Life, channel: string) => points.find((point) => point.channel === channel)!

/** Every state a message can be in, one that was certified, and two of a journey being tried out. */
export function sentToMariaClara(life: Life, now: Date): void {
  const [email, mobile, whatsapp] = [pointOf(life, 'email'), pointOf(life, 'mobile'), pointOf(life, 'whatsapp')]
  const { kit, invoice } = filedForMariaClara(life, now)
  askedOfMariaClara(life, now)
  const since = life.customer.createdAt
  const optedOut = lastOn(now, '10-12')
  const system = (at: Date) => ({ at, by: null })
  send(life, system(minutesAfter(since, 10)), {
    message: messageOf(welcome, 'email'),
    to: email,
    address: 'maria.antunes@example.com',
    fate: FATES.bounced,
  })
  send(life, system(minutesAfter(since, 11)), {
    message: messageOf(welcome, 'whatsapp'),
    to: whatsapp,
    fate: FATES.replied,
  })
  send(life, system(minutesAfter(since, 20_000)), {
    message: messageOf(welcome, 'email', 2),
    to: email,
    address: 'maria.clara@example.org',
    fate: FATES.opened,
  })
  const certificateUrl = 'https://example.com/certificados/RT-2026-004871'
  send(
    life,
    { at: daysBefore(now, 330), by: JULIA },
    { message: messageOf(contract, 'email'), to: email, fate: FATES.clicked, certificateUrl, documents: kit },
  )
  send(
    life,
    { at: daysBefore(now, 120), by: HELENA },
    { message: messageOf(offers, 'email'), to: email, fate: FATES.opened, test: true },
  )
  send(
    life,
    { at: minutesAfter(daysBefore(now, 120), 30), by: HELENA },
    { message: messageOf(offers, 'sms'), to: mobile, fate: FATES.delivered, test: true },
  )
  send(life, system(minutesAfter(optedOut, -30 * 1440)), {
    message: messageOf(offers, 'email'),
    to: email,
    fate: FATES.opened,
  })
  send(life, system(minutesAfter(optedOut, -50)), {
    message: messageOf(offers, 'email', 2),
    to: email,
    fate: FATES.clicked,
  })
  send(life, system(daysBefore(now, 36)), { message: messageOf(billing, 'sms'), to: mobile, fate: FATES.failed })
  send(life, system(minutesAfter(daysBefore(now, 36), 180)), {
    message: messageOf(billing, 'sms'),
    to: mobile,
    fate: FATES.delivered,
  })
  send(
    life,
    { at: daysBefore(now, 8), by: JULIA },
    { message: messageOf(reissue, 'sms'), to: mobile, fate: FATES.delivered, documents: invoice },
  )
  send(life, system(minutesAfter(now, -129)), {
    message: messageOf(billing, 'whatsapp', 2),
    to: whatsapp,
    fate: FATES.replied,
  })
}

/** The offer that came twice, before he asked to be left alone. */
export function sentToOptedOut(life: Life, now: Date): void {
  const enough = daysBefore(now, 85)
  const email = pointOf(life, 'email')
  send(
    life,
    { at: daysBefore(now, 630), by: null },
    { message: messageOf(welcome, 'email'), to: email, fate: FATES.opened },
  )
  send(
    life,
    { at: minutesAfter(enough, -2_900), by: null },
    { message: messageOf(clearance, 'email'), to: email, fate: FATES.delivered },
  )
  send(
    life,
    { at: minutesAfter(enough, -30), by: null },
    { message: messageOf(clearance, 'email'), to: email, fate: FATES.complained },
  )
}

export function sentToMariaLaura(life: Life, now: Date): void {
  const [email, mobile] = [pointOf(life, 'email'), pointOf(life, 'mobile')]
  send(
    life,
    { at: daysBefore(now, 511), by: null },
    { message: messageOf(welcome, 'email'), to: email, fate: FATES.opened },
  )
  const documents = filedForMariaLaura(life, now)
  send(
    life,
    { at: daysBefore(now, 90), by: MARCOS },
    { message: messageOf(contract, 'sms'), to: mobile, fate: FATES.delivered, documents },
  )
  send(
    life,
    { at: daysBefore(now, 20), by: null },
    { message: messageOf(billing, 'email'), to: email, fate: FATES.bounced },
  )
}

export function sentToWithoutPrimary(life: Life, now: Date): void {
  const [own, mother] = life.points.filter(({ channel }) => channel === 'mobile')
  send(
    life,
    { at: daysBefore(now, 200), by: null },
    { message: messageOf(birthday, 'sms'), to: own!, fate: FATES.delivered },
  )
  send(
    life,
    { at: daysBefore(now, 19), by: JULIA },
    { message: messageOf(billing, 'sms'), to: mother!, fate: FATES.sent },
  )
}

export function sentToArgentinian(life: Life, now: Date): void {
  const whatsapp = pointOf(life, 'whatsapp')
  send(
    life,
    { at: daysBefore(now, 30), by: null },
    { message: messageOf(offers, 'whatsapp'), to: whatsapp, fate: FATES.opened },
  )
  send(
    life,
    { at: daysBefore(now, 9), by: JULIA },
    { message: messageOf(welcome, 'whatsapp'), to: whatsapp, fate: FATES.replied },
  )
}

/** Beside the years of messages that `whale-sends.ts` makes. */
export function sentToWhale(life: Life, now: Date): void {
  filedForWhale(life, now)
  send(
    life,
    { at: daysBefore(now, 1), by: null },
    { message: messageOf(welcome, 'email', 2), to: pointOf(life, 'email'), fate: FATES.opened },
  )
}

export function sentToCompany(life: Life, now: Date): void {
  send(
    life,
    { at: daysBefore(now, 31), by: RAFAEL },
    {
      message: messageOf(contract, 'email'),
      to: pointOf(life, 'email'),
      fate: FATES.clicked,
      documents: filedForCompany(life, now),
    },
  )
}
