import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { journeyMessages, journeys } from '@/db/schema'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'

/** The journeys with their number of active messages, active journeys first, by name, at most 200. */
export const listJourneys = query('journeys.manage', (ctx) =>
  ctx.db
    .select({
      id: journeys.id,
      name: journeys.name,
      purpose: journeys.purpose,
      retiredAt: journeys.retiredAt,
      messages: sql<number>`(select count(*) from ${journeyMessages} m where m.journey_id = journeys.id and m.retired_at is null)::int`,
    })
    .from(journeys)
    .orderBy(sql`${journeys.retiredAt} is not null`, asc(journeys.name))
    .limit(200),
)

export type ListedJourney = Awaited<ReturnType<typeof listJourneys>>[number]

/** A journey with its messages, in order of steps, retired ones last, at most 200. Null when it does not exist. */
export const getJourney = query('journeys.manage', async (ctx, journeyId: string | undefined) => {
  if (!isUuid(journeyId)) return null
  const [journey] = await ctx.db.select().from(journeys).where(eq(journeys.id, journeyId))
  if (!journey) return null
  const messages = await ctx.db
    .select()
    .from(journeyMessages)
    .where(eq(journeyMessages.journeyId, journeyId))
    .orderBy(
      sql`${journeyMessages.retiredAt} is not null`,
      asc(journeyMessages.step),
      asc(journeyMessages.channel),
      desc(journeyMessages.createdAt),
      asc(journeyMessages.id),
    )
    .limit(200)
  return { ...journey, messages }
})

export type JourneyMessage = typeof journeyMessages.$inferSelect

/** One message of a journey. Null when it does not exist or belongs to another journey. */
export const getJourneyMessage = query(
  'journeys.manage',
  async (ctx, journeyId: string | undefined, messageId: string | undefined) => {
    if (!isUuid(journeyId) || !isUuid(messageId)) return null
    const [row] = await ctx.db
      .select({ message: journeyMessages, journey: journeys })
      .from(journeyMessages)
      .innerJoin(journeys, eq(journeys.id, journeyMessages.journeyId))
      .where(and(eq(journeyMessages.id, messageId), eq(journeyMessages.journeyId, journeyId)))
    return row ?? null
  },
)
