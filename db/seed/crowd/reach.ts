import { accept } from '../life/consents'
import type { Life, Moment } from '../life/life'
import { addPoint } from '../life/points'
import { minutesAfter } from '../calendar'
import type { Profile } from './profile'

/** What is asked at the counter: where a customer can be reached, and whether they want to be. */
export function giveContacts(life: Life, { at, by }: Moment, profile: Profile): void {
  const { dice } = life.telling
  const when = { at: minutesAfter(at, 1), by }
  const company = life.customer.kind === 'company'
  const primary = true
  if (dice.chance(company ? 0.4 : 0.93)) {
    addPoint(life, when, 'mobile', profile.mobile, { primary: dice.chance(0.94) })
    if (dice.chance(0.55)) addPoint(life, when, 'whatsapp', profile.mobile, { primary })
  }
  if (dice.chance(company ? 0.9 : 0.16))
    addPoint(life, when, 'landline', profile.landline, { primary, label: company ? 'Comercial' : 'Casa' })
  if (dice.chance(0.82)) addPoint(life, when, 'email', profile.email, { primary })
  if (dice.chance(0.62)) addPoint(life, { at: minutesAfter(at, 2), by }, 'address', profile.address, { primary })
}

export function giveConsents(life: Life, { at, by }: Moment): void {
  const { dice } = life.telling
  const when = { at: minutesAfter(at, 3), by }
  const origin = by ? 'admin' : 'app'
  if (dice.chance(0.45)) accept(life, when, { preference: 'email', purpose: 'marketing', origin })
  if (dice.chance(0.35)) accept(life, when, { preference: 'whatsapp', purpose: 'marketing', origin })
  if (dice.chance(0.25)) accept(life, when, { preference: 'sms', purpose: 'service', origin })
  if (dice.chance(0.2)) accept(life, when, { preference: 'agenda', purpose: 'service', origin })
}
