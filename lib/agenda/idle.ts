import { sql, type SQL } from 'drizzle-orm'
import type { AGENDA_SITUATIONS } from '@/db/schema/agenda-contacts'

export type Situation = (typeof AGENDA_SITUATIONS)[number]

/** An open interaction is closed after this long without activity (B6). */
const IDLE_MS_MAX = 4 * 60 * 60 * 1000

/** When the job closes an open interaction that nobody changes. */
export const closesAt = (lastActivityAt: Date): Date => new Date(lastActivityAt.getTime() + IDLE_MS_MAX)

/** Open interactions without activity since before this moment are closed. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_MS_MAX)

/** The situation of a row `i` of `agenda_interactions`: an idle one counts as closed, even if the job has not written that yet. */
export const currentSituation = (now: Date): SQL<Situation> =>
  sql<Situation>`case when i.situation = 'open' and i.last_activity_at < ${idleSince(now).toISOString()}::timestamptz
    then 'auto_closed' else i.situation end`
