import { and, eq, lte, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { INTERACTION_KINDS, interactions, interactionTotals, journeyTotals, messages, sends } from '@/db/schema'

/** Removes the failure of a send that is retried, or that was sent after all. Call it under the customer's lock. */
export async function takeBackFailure(
  tx: Primary,
  { customerId, sendId }: { customerId: string; sendId: string },
): Promise<void> {
  const of = and(eq(interactions.customerId, customerId), eq(interactions.sendId, sendId))
  const [failed] = await tx
    .delete(interactions)
    .where(and(of, eq(interactions.kind, 'failed')))
    .returning()
  if (!failed) return
  await uncount(tx, failed)
  await tx.execute(sql`
    update sends s set state = coalesce(last.kind, 'queued'), state_at = coalesce(last.occurred_at, s.created_at)
    from (select) one
    left join lateral (
      select kind, occurred_at from interactions where customer_id = ${customerId} and send_id = ${sendId}
      order by array_position(${sql.param([...INTERACTION_KINDS])}::text[], kind) desc limit 1
    ) last on true
    where s.customer_id = ${customerId} and s.id = ${sendId}`)
}

async function uncount(
  tx: Primary,
  { customerId, sendId, channel, test, journeyId }: typeof interactions.$inferSelect,
): Promise<void> {
  const t = interactionTotals
  const total = and(eq(t.customerId, customerId), eq(t.test, test), eq(t.channel, channel), eq(t.kind, 'failed'))
  await tx
    .update(t)
    .set({ times: sql`${t.times} - 1` })
    .where(total)
  await tx.delete(t).where(and(total, lte(t.times, 0)))
  if (!journeyId) return
  const j = journeyTotals
  const step = sql`(select coalesce(${messages.step}, 0) from ${sends} join ${messages} on ${messages.customerId} = ${sends.customerId}
    and ${messages.id} = ${sends.messageId} where ${sends.customerId} = ${customerId} and ${sends.id} = ${sendId})`
  const inJourney = and(
    eq(j.customerId, customerId),
    eq(j.test, test),
    eq(j.journeyId, journeyId),
    eq(j.channel, channel),
    eq(j.kind, 'failed'),
    eq(j.step, step),
  )
  await tx
    .update(j)
    .set({ times: sql`${j.times} - 1` })
    .where(inJourney)
  await tx.delete(j).where(and(inJourney, lte(j.times, 0)))
}
