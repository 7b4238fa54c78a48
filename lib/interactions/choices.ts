import { asc, sql } from 'drizzle-orm'
import { journeys } from '@/db/schema'
import { query } from '@/lib/kernel/query'

/** The journeys to filter by, sorted by name, retired ones last, at most 200. */
export const listJourneyChoices = query('interactions.read', (ctx) =>
  ctx.db
    .select({ id: journeys.id, name: journeys.name })
    .from(journeys)
    .orderBy(sql`${journeys.retiredAt} is not null`, asc(journeys.name))
    .limit(200),
)
