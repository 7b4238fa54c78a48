import { today } from '@/lib/kernel/today'
import type { TimelineEvent } from '@/lib/timeline/list'
import type { EventOf } from './rows/props'

/** An event and the edits that its row includes. */
export type Entry = { event: TimelineEvent; others: EventOf<'edits'>[] }

/** Puts neighbouring edits of one person on one day into one entry, the newest of them first. Other events stay alone. */
export function collapseEdits(events: readonly TimelineEvent[]): Entry[] {
  const entries: Entry[] = []
  for (const event of events) {
    const last = entries.at(-1)
    if (event.kind === 'edits' && last?.event.kind === 'edits' && belongsTo(event, last.event)) last.others.push(event)
    else entries.push({ event, others: [] })
  }
  return entries
}

const belongsTo = (one: EventOf<'edits'>, other: EventOf<'edits'>): boolean =>
  one.detail.actor === other.detail.actor && today(one.occurredAt) === today(other.occurredAt)
