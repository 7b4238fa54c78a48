import { env } from '@/lib/env'

/** The company's calendar day. */
export const today = (now = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: env().COMPANY_TIME_ZONE }).format(now)
