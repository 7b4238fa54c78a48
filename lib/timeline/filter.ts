import { SEND_CHANNELS } from '@/db/schema/journeys'
import type { SendChannel } from '@/lib/sending/address'
import { isDay } from '@/lib/values/instants'
import { TIMELINE_KINDS, type TimelineKind } from './contributions'

/** The filters that the page's address may contain, in any combination. */
export type TimelineFilter = {
  kind?: TimelineKind | undefined
  channel?: SendChannel | undefined
  /** Days in the company's time zone, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** Parses the filter in a URL. Malformed values are ignored. */
export function readTimelineFilter({ kind, channel, from, to }: Record<string, string | undefined>): TimelineFilter {
  return {
    kind: TIMELINE_KINDS.find((known) => known === kind),
    channel: SEND_CHANNELS.find((known) => known === channel),
    from: isDay(from) ? from : undefined,
    to: isDay(to) ? to : undefined,
  }
}
