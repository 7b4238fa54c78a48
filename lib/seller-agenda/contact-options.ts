import { contactHours, type ContactHours } from '@/lib/contact-policy/contact-hours'
import type { ContactMeans } from '@/lib/contact-policy/hours-rules'
import type { Answer, Purpose } from '@/lib/contact-policy/policy'
import type { AgendaSettings } from '@/lib/agenda/settings/get'
import { env } from '@/lib/env'
import { today } from '@/lib/kernel/today'
import { daysAfterDay } from '@/lib/values/days'
import type { AllowedPhone } from './allowed-phones'
import type { CustomerFacts } from './customer-facts'
import type { AgendaRow } from './list-reasons'

export const AGENDA_MEANS = ['call', 'whatsapp'] as const satisfies readonly ContactMeans[]

/** Whether a means of contact may be used now. `until`: when it closes; `from`: when it opens; `answer`: why it is refused. */
export type MeansOption =
  | { state: 'open'; until: Date; hours: ContactHours }
  | { state: 'closed'; from: Date | null; hours: ContactHours }
  | { state: 'refused'; answer: Answer }

/** The last contact by any store, and the first day (YYYY-MM-DD) on which the customer may be contacted again. */
export type Blackout = { contactedAt: Date; store: string | null; nextOn: string }

/** The purpose of a contact: marketing for a generated reason; service for a reason that a person wrote and for a reminder. */
export const purposeOf = (kind: AgendaRow['kind'] | 'reminder'): Purpose =>
  kind === 'manual' || kind === 'reminder' ? 'service' : 'marketing'

/** Whether a means may be used now: the permission of the customer, then the hours of the phone. */
export function meansOption(
  { answer, phone }: AllowedPhone,
  means: ContactMeans,
  { now, settings }: { now: Date; settings: Pick<AgendaSettings, 'hours'> },
): MeansOption {
  if (!phone) return { state: 'refused', answer }
  const hours = contactHours({ means, e164: phone.e164, now, timeZone: env().COMPANY_TIME_ZONE, week: settings.hours })
  return hours.isOpen ? { state: 'open', until: hours.until, hours } : { state: 'closed', from: hours.from, hours }
}

/** The blackout that applies to a customer today (B8), or null. It begins with a successful contact by any store. */
export function blackoutOf(
  facts: Pick<CustomerFacts, 'lastContactAt' | 'lastContactStore'> | undefined,
  { blackoutDays }: Pick<AgendaSettings, 'blackoutDays'>,
  now: Date,
): Blackout | null {
  if (!facts?.lastContactAt || !blackoutDays) return null
  const nextOn = daysAfterDay(today(facts.lastContactAt), blackoutDays)
  return today(now) < nextOn ? { contactedAt: facts.lastContactAt, store: facts.lastContactStore, nextOn } : null
}
