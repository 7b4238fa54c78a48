import { env } from '@/lib/env'

/** The calendar day in the company's time zone, as YYYY-MM-DD. */
export const today = (now = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: env().COMPANY_TIME_ZONE }).format(now)
