import { INTERACTION_KINDS, type SEND_STATES } from '@/db/schema/sending'

export type InteractionKind = (typeof INTERACTION_KINDS)[number]

/** How a send stands, and since when. */
export type Standing = { state: (typeof SEND_STATES)[number]; at: Date }

/**
 * How a send stands after one more report: by the most telling kind there is, since the earliest report of it. Any order and any number of
 * repeats of the same reports come to the same.
 */
export function nextState(standing: Standing, kind: InteractionKind, at: Date): Standing {
  const more = rank(kind) - rank(standing.state)
  return more > 0 || (more === 0 && at < standing.at) ? { state: kind, at } : standing
}

/** From the least to the most telling; `queued` tells nothing. */
const rank = (state: Standing['state']): number => INTERACTION_KINDS.findIndex((kind) => kind === state)
