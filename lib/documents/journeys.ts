import { and, asc, eq, isNull } from 'drizzle-orm'
import { journeyMessages, journeys } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import type { SendChannel } from '@/lib/sending/address'

/** Why a kit cannot be filed under this journey, or null. */
export async function journeyProblem(ctx: WriteCtx, journeyId: string | null): Promise<string | null> {
  if (!journeyId) return null
  const [row] = await ctx.db.select({ retiredAt: journeys.retiredAt }).from(journeys).where(eq(journeys.id, journeyId))
  return row && !row.retiredAt ? null : 'documents.journey_unavailable'
}

/** The journeys that may still be sent from, by name; at most 200. */
export const listLiveJourneys = query('documents.read', (ctx) =>
  ctx.db
    .select({ id: journeys.id, name: journeys.name, purpose: journeys.purpose, retiredAt: journeys.retiredAt })
    .from(journeys)
    .where(isNull(journeys.retiredAt))
    .orderBy(asc(journeys.name), asc(journeys.id))
    .limit(200),
)

/** Lists a journey's messages in a channel, in the order of its steps; at most 100. */
export const listMessages = query('documents.read', (ctx, journeyId: string, channel: SendChannel) =>
  ctx.db
    .select({
      id: journeyMessages.id,
      name: journeyMessages.name,
      subject: journeyMessages.subject,
      body: journeyMessages.body,
    })
    .from(journeyMessages)
    .where(
      and(
        eq(journeyMessages.journeyId, journeyId),
        eq(journeyMessages.channel, channel),
        isNull(journeyMessages.retiredAt),
      ),
    )
    .orderBy(asc(journeyMessages.step), asc(journeyMessages.id))
    .limit(100),
)
