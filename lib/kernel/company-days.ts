import { sql, type SQL } from 'drizzle-orm'
import { env } from '@/lib/env'

/** The instant at which a day begins in the company's time zone. `day` is an SQL date. */
export const startOfDay = (day: SQL): SQL => sql`(${day})::timestamp at time zone ${env().COMPANY_TIME_ZONE}`
