import { CONVERSATION_CHANNELS } from '@/db/schema/conversations'
import { isDay } from '@/lib/values/instants'
import { TIMELINE_KINDS, type TimelineKind } from './contributions'

/** Messages have three of the channels, conversations all of them. */
export const TIMELINE_CHANNELS = CONVERSATION_CHANNELS

/** The filters that the page's address may contain, in any combination. */
export type TimelineFilter = {
  kind?: TimelineKind | undefined
  channel?: (typeof TIMELINE_CHANNELS)[number] | undefined
  /** Days in the company's time zone, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** Parses the filter in a URL. Malformed values are ignored. */
export function readTimelineFilter({ kind, channel, from, to }: Record<string, string | undefined>): TimelineFilter {
  return {
    kind: TIMELINE_KINDS.find((known) => known === kind),
    channel: TIMELINE_CHANNELS.find((known) => known === channel),
    from: isDay(from) ? from : undefined,
    to: isDay(to) ? to : undefined,
  }
}
