import type { I18n } from './translator'

/**
 * A calendar date such as `2026-11-28`, in the format of the language. It is formatted at noon UTC, so that the time zone of the company
 * does not move the day.
 */
export const formatDay = (day: string, { format }: Pick<I18n, 'format'>): string =>
  format.dateTime(new Date(`${day}T12:00:00Z`), 'day')
