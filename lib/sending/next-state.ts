import { INTERACTION_KINDS, type SEND_STATES } from '@/db/schema/sending'

export type InteractionKind = (typeof INTERACTION_KINDS)[number]

/** The state of a send, and since when it has it. */
export type StateSince = { state: (typeof SEND_STATES)[number]; at: Date }

/**
 * Returns the state after one more event: the furthest kind of event so far, since its earliest occurrence. The order of the events and
 * repeated events make no difference.
 */
export function nextState(current: StateSince, kind: InteractionKind, at: Date): StateSince {
  const more = rank(kind) - rank(current.state)
  return more > 0 || (more === 0 && at < current.at) ? { state: kind, at } : current
}

/** The position of the state in the order of events; `queued` comes before all of them. */
const rank = (state: StateSince['state']): number => INTERACTION_KINDS.findIndex((kind) => kind === state)
