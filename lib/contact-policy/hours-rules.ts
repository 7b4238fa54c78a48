import type { WeekHours } from '@/lib/values/week-hours'

export type ContactMeans = 'call' | 'whatsapp'

export const HOURS_SOURCES = ['company', 'rj', 'ce'] as const
export type HoursSource = (typeof HOURS_SOURCES)[number]

/** A rule about the hours in which people may be contacted. */
export type HoursRule = {
  /** The author of the rule: the company or a state. */
  source: HoursSource
  means: readonly ContactMeans[]
  /** The area codes (DDD) of the phones that the rule is about; absent for all phones. */
  areaCodes?: readonly string[]
  week: WeekHours
}

const OFFICE_HOURS: WeekHours = [...Array.from({ length: 5 }, () => ({ from: 8 * 60, until: 18 * 60 })), null, null]

/** State laws that allow calls from 8 to 18 o'clock on weekdays only. The law of Ceará also covers WhatsApp. */
export const STATE_RULES: readonly HoursRule[] = [
  // Rio de Janeiro, Lei 7.853/2018.
  { source: 'rj', means: ['call'], areaCodes: ['21', '22', '24'], week: OFFICE_HOURS },
  // Ceará, Lei 16.836/2019.
  { source: 'ce', means: ['call', 'whatsapp'], areaCodes: ['85', '88'], week: OFFICE_HOURS },
]

/** The company's own hours, which an admin sets. They count for calls and for WhatsApp. */
export const companyRule = (week: WeekHours): HoursRule => ({ source: 'company', means: ['call', 'whatsapp'], week })
