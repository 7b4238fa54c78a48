import { sql, type SQL } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { startOfDay } from '@/lib/kernel/company-days'
import { isUuid } from '@/lib/values/ids'
import { isDay } from '@/lib/values/instants'

/** The filter of a customer's cases, from the URL of the page. */
export type CaseFilter = {
  state?: string | undefined
  /** Days of creation in the company's time zone, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** Parses the filter in a URL. Malformed values are ignored. */
export const readCaseFilter = ({ state, from, to }: Record<string, string | undefined>): CaseFilter => ({
  state: isUuid(state) ? state : undefined,
  from: isDay(from) ? from : undefined,
  to: isDay(to) ? to : undefined,
})

/** The conditions of a filter. */
export function matching({ state, from, to }: CaseFilter): (SQL | undefined)[] {
  return [
    state ? sql`${cases.stateId} = ${state}` : undefined,
    from ? sql`${cases.createdAt} >= ${startOfDay(sql`${from}::date`)}` : undefined,
    to ? sql`${cases.createdAt} < ${startOfDay(sql`${to}::date + 1`)}` : undefined,
  ]
}
