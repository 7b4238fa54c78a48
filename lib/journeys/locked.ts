import { eq } from 'drizzle-orm'
import { journeyMessages, journeys } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'

/** Holds a journey for the rest of the transaction; what it sends waits until then. Null when absent. */
export async function lockJourney(ctx: Ctx, journeyId: string) {
  const [row] = await ctx.db.select().from(journeys).where(eq(journeys.id, journeyId)).for('update')
  return row ?? null
}

/** A message under its journey's lock. Null when absent. */
export async function lockMessage(ctx: Ctx, messageId: string) {
  const [named] = await ctx.db
    .select({ journeyId: journeyMessages.journeyId })
    .from(journeyMessages)
    .where(eq(journeyMessages.id, messageId))
  const journey = named && (await lockJourney(ctx, named.journeyId))
  if (!journey) return null
  const [message] = await ctx.db.select().from(journeyMessages).where(eq(journeyMessages.id, messageId)).for('update')
  return { journey, message: message! }
}
