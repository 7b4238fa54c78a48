import { desc, inArray } from 'drizzle-orm'
import { consents } from '@/db/schema'
import type { Separation } from '@/lib/contributions/merge'
import type { CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'

type Consent = typeof consents.$inferSelect

/**
 * Cancellations that were recorded while two customers were one apply to both of them afterwards: an undo must not loosen what a person
 * refused. Returns the entries of the history.
 */
export async function cancelOnBothSides(
  ctx: WriteCtx,
  { mergeId, mergedAt, sides }: Separation,
): Promise<CommandEvent[]> {
  const newest = await newestOf(ctx, sides.flat())
  const written: Consent[] = []
  const events: CommandEvent[] = []
  for (const entry of newest.filter(
    ({ action, at, id }) => action === 'cancelled' && (at >= mergedAt || id > mergeId),
  )) {
    // The record that survives on the other side gets the entry, whatever its absorbed records say: they may be separated later.
    const customerId = sides.find((side) => !side.includes(entry.customerId))![0]!
    const isSame = (row: Consent) => row.preference === entry.preference && row.purpose === entry.purpose
    const own = [...newest, ...written].filter((row) => row.customerId === customerId && isSame(row))
    if (own.some(({ action }) => action === 'cancelled')) continue
    const id = idsOf(ctx).row()
    const copy = { ...entry, customerId, id }
    await ctx.db.insert(consents).values(copy)
    written.push(copy)
    const { preference, purpose, origin } = entry
    events.push({
      event: 'consent.cancelled',
      customerId,
      subject: `consent:${id}`,
      details: { preference, purpose, origin },
    })
  }
  return events
}

const newestOf = ({ db }: WriteCtx, customerIds: string[]): Promise<Consent[]> =>
  db
    .selectDistinctOn([consents.customerId, consents.preference, consents.purpose])
    .from(consents)
    .where(inArray(consents.customerId, customerIds))
    .orderBy(consents.customerId, consents.preference, consents.purpose, desc(consents.id))
