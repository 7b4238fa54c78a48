import { asc, isNull } from 'drizzle-orm'
import { journeys } from '@/db/schema'
import { query } from '@/lib/kernel/query'

/** The campaigns that a case can be from, sorted by name, at most 200. */
export const listCampaigns = query('cases.read', (ctx) =>
  ctx.db
    .select({ id: journeys.id, name: journeys.name })
    .from(journeys)
    .where(isNull(journeys.retiredAt))
    .orderBy(asc(journeys.name))
    .limit(200),
)
