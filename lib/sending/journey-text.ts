import { and, eq } from 'drizzle-orm'
import { journeyMessages, journeys } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import type { SendChannel } from './address'
import type { SendPlan, SendText } from './send-plan'

export async function findJourney(ctx: WriteCtx, journeyId: string) {
  const [row] = await ctx.db.select().from(journeys).where(eq(journeys.id, journeyId))
  return row ?? null
}

/** Returns the text of a plan and the channel that it was written for; null if the journey has no such message or it was retired. */
export async function findText(
  ctx: WriteCtx,
  { message, journeyId, channel }: Pick<SendPlan, 'message' | 'journeyId' | 'channel'>,
): Promise<(SendText & { channel: SendChannel }) | null> {
  if ('body' in message) return { ...message, channel }
  if (!journeyId) return null
  const [row] = await ctx.db
    .select()
    .from(journeyMessages)
    .where(and(eq(journeyMessages.id, message.journeyMessageId), eq(journeyMessages.journeyId, journeyId)))
  if (!row || row.retiredAt) return null
  return {
    name: row.name,
    subject: row.subject,
    body: row.body,
    journeyMessageId: row.id,
    step: row.step,
    channel: row.channel,
  }
}

/** Whether a message of a journey contains `{{link}}`. True for a missing message, because `planSend` refuses that with a better reason. */
export async function messageContainsLink(ctx: WriteCtx, journeyMessageId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ body: journeyMessages.body })
    .from(journeyMessages)
    .where(eq(journeyMessages.id, journeyMessageId))
  return !row || row.body.includes('{{link}}')
}
