import { eq } from 'drizzle-orm'
import { journeyMessages, journeys } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'

/** Locks a journey until the end of the transaction, so that its sends wait. Null when it does not exist. */
export async function lockJourney(ctx: WriteCtx, journeyId: string) {
  const [row] = await ctx.db.select().from(journeys).where(eq(journeys.id, journeyId)).for('update')
  return row ?? null
}

/** Locks a message and its journey. Null when the message does not exist. */
export async function lockMessage(ctx: WriteCtx, messageId: string) {
  const [named] = await ctx.db
    .select({ journeyId: journeyMessages.journeyId })
    .from(journeyMessages)
    .where(eq(journeyMessages.id, messageId))
  const journey = named && (await lockJourney(ctx, named.journeyId))
  if (!journey) return null
  const [message] = await ctx.db.select().from(journeyMessages).where(eq(journeyMessages.id, messageId)).for('update')
  return { journey, message: message! }
}
