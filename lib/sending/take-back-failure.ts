import { and, eq, lte, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { interactions, interactionTotals, journeyTotals, messages, sends } from '@/db/schema'

/** What we had given up is tried again, or left after all: its failure no longer counts. Call it under the customer's lock. */
export async function takeBackFailure(tx: Db, { customerId, sendId }: { customerId: string; sendId: string }): Promise<void> {
  const of = and(eq(interactions.customerId, customerId), eq(interactions.sendId, sendId))
  const [failed] = await tx.delete(interactions).where(and(of, eq(interactions.kind, 'failed'))).returning()
  if (!failed) return
  await uncount(tx, failed)
  await tx
    .update(sends)
    .set({ state: sql`coalesce((select kind from interactions i where i.customer_id = ${customerId} and i.send_id = ${sendId}
      order by array_position(array['sent','delivered','bounced','opened','clicked','replied','complained'], kind) desc limit 1), 'queued')` })
    .where(and(eq(sends.customerId, customerId), eq(sends.id, sendId)))
}

async function uncount(tx: Db, { customerId, sendId, channel, test, journeyId }: typeof interactions.$inferSelect): Promise<void> {
  const t = interactionTotals
  const total = and(eq(t.customerId, customerId), eq(t.test, test), eq(t.channel, channel), eq(t.kind, 'failed'))
  await tx.update(t).set({ times: sql`${t.times} - 1` }).where(total)
  await tx.delete(t).where(and(total, lte(t.times, 0)))
  if (!journeyId) return
  const j = journeyTotals
  const step = sql`(select coalesce(${messages.step}, 0) from ${sends} join ${messages} on ${messages.customerId} = ${sends.customerId}
    and ${messages.id} = ${sends.messageId} where ${sends.customerId} = ${customerId} and ${sends.id} = ${sendId})`
  const inJourney = and(eq(j.customerId, customerId), eq(j.test, test), eq(j.journeyId, journeyId), eq(j.channel, channel), eq(j.kind, 'failed'), eq(j.step, step))
  await tx.update(j).set({ times: sql`${j.times} - 1` }).where(inJourney)
  await tx.delete(j).where(and(inJourney, lte(j.times, 0)))
}
