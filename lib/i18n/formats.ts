import type { DateTimeFormatOptions } from 'use-intl/core'
import type { Locale } from './locale'

const DAY: Record<Locale, DateTimeFormatOptions> = {
  'pt-BR': { day: '2-digit', month: '2-digit', year: 'numeric' },
  es: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
}

/**
 * The dates and times of the interface. Short dates are `28/11/2026`, and in English, where the order of day and month would be ambiguous, `Nov 28, 2026`.
 * The platform's short style has two-digit years in Spanish and English.
 */
export function formatsOf(locale: Locale) {
  const day = DAY[locale]
  const hour = locale === 'en' ? 'numeric' : '2-digit'
  const dayTime: DateTimeFormatOptions = { ...day, hour, minute: '2-digit' }
  const time: DateTimeFormatOptions = { hour, minute: '2-digit' }
  const longDay: DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
  const month: DateTimeFormatOptions = { month: 'long' }
  const monthOfYear: DateTimeFormatOptions = { month: 'long', year: 'numeric' }
  return { dateTime: { day, dayTime, time, longDay, month, monthOfYear } }
}
