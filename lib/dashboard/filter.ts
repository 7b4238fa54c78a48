import { CONVERSATION_CHANNELS } from '@/db/schema/conversations'
import { isDay } from '@/lib/values/instants'

/** All channels in which customers are written to or write. */
export const CHANNELS = CONVERSATION_CHANNELS

export type DashboardChannel = (typeof CHANNELS)[number]

/** The filters that the page's address may contain, in any combination. */
export type DashboardFilter = {
  channel?: DashboardChannel | undefined
  /** Days in the company's time zone, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** Why no figures can be shown: a day that does not exist, or a period that ends before it begins. */
export type FilterProblem = 'invalid_from' | 'invalid_to' | 'reversed'

/** Parses the filter in a URL. An unknown channel is ignored; a wrong day is a problem, because other figures would be shown than were asked for. */
export function readDashboardFilter(search: Record<string, string | undefined>): {
  filter: DashboardFilter
  problem: FilterProblem | null
} {
  const [from, to] = [search.from || undefined, search.to || undefined]
  const filter = { channel: CHANNELS.find((known) => known === search.channel), from, to }
  return { filter, problem: problemOf(from, to) }
}

function problemOf(from: string | undefined, to: string | undefined): FilterProblem | null {
  if (from && !isDay(from)) return 'invalid_from'
  if (to && !isDay(to)) return 'invalid_to'
  return from && to && from > to ? 'reversed' : null
}
