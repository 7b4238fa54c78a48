import { and, eq, ne, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { messages, outbox, sends } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { lockGroup } from '@/lib/customer-group/lock'
import type { Transport, FailureCode } from '@/lib/sending/transport'
import type { SendRule, Withheld } from '@/lib/sending/policy'
import { recordInteraction } from '@/lib/sending/record-interaction'
import type { Claimed } from './claim'
import { lockWebhooks, processPending } from './webhooks/pending'

const stillClaimed = ({ id, tries }: Claimed) =>
  and(eq(outbox.id, id), eq(outbox.state, 'sending'), eq(outbox.attempts, tries))

/** Records, for a provider without idempotency keys, that the request may reach it. Returns false if another worker has claimed the delivery. */
export async function markTried(db: Primary, claimed: Claimed): Promise<boolean> {
  const rows = await db
    .update(outbox)
    .set({ firstTriedAt: sql`now()` })
    .where(stillClaimed(claimed))
    .returning({ id: outbox.id })
  return rows.length > 0
}

/** Marks the delivery as sent, no matter which worker has claimed it, and applies webhook events that arrived before its id was known. */
export async function markSent(
  db: Primary,
  claimed: Claimed,
  { provider }: Transport,
  providerId: string | null,
  now = new Date(),
): Promise<void> {
  const { id, customerId, sendId } = claimed
  await db.transaction(async (tx) => {
    if (providerId) await lockWebhooks(tx, provider, providerId)
    if (customerId && sendId)
      await recordInteraction(tx, { customerId, sendId, kind: 'sent', occurredAt: now, provider })
    await tx
      .update(outbox)
      .set({
        state: 'sent',
        provider,
        providerId,
        doneAt: now,
        failure: null,
        failureDetail: null,
        ...(provider !== 'offline' && { payload: null }),
      })
      .where(and(eq(outbox.id, id), ne(outbox.state, 'sent')))
    if (providerId && provider !== 'offline') await processPending(tx, provider, providerId)
  })
}

type Delay = {
  ms: number
  detail?: string
  /** Whether the provider may have accepted this try. */
  accepted: 'no' | 'maybe'
  /** The try does not count, because no request was sent or the provider only asked to wait. */
  free?: boolean
}

export async function reschedule(db: Primary, claimed: Claimed, { ms, detail, accepted, free }: Delay): Promise<void> {
  await db
    .update(outbox)
    .set({
      state: 'waiting',
      dueAt: sql`now() + ${ms} * interval '1 millisecond'`,
      failureDetail: detail ?? null,
      attempts: claimed.tries - (free ? 1 : 0),
      ...(accepted === 'no' && claimed.triedHoursAgo === null && { firstTriedAt: null }),
    })
    .where(stillClaimed(claimed))
}

/** Gives a delivery up. It stays in the outbox with its payload, and an admin can retry it. */
export async function deadLetter(
  db: Primary,
  claimed: Claimed,
  transport: Transport,
  code: FailureCode,
  detail?: string,
  now = new Date(),
): Promise<void> {
  await db.transaction((tx) =>
    giveUp(tx, claimed, transport, code, now, detail !== undefined ? { failureDetail: detail } : {}),
  )
}

/** Gives up a delivery that a rule forbids since it was planned, and records that in the customer's history. */
export async function withhold(
  db: Primary,
  claimed: Claimed,
  transport: Transport,
  rule: SendRule,
  now = new Date(),
): Promise<void> {
  const { customerId, sendId, channel, triedHoursAgo } = claimed
  const failure: Withheld = `withheld.${rule}`
  await db.transaction(async (tx) => {
    // Claiming counted as a try, but no request was sent.
    const wasClaimed = await giveUp(
      tx,
      claimed,
      transport,
      failure,
      now,
      triedHoursAgo === null ? { firstTriedAt: null } : {},
    )
    if (!wasClaimed || !customerId || !sendId) return
    const [message] = await tx
      .select({ name: messages.name })
      .from(sends)
      .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
      .where(and(eq(sends.customerId, customerId), eq(sends.id, sendId)))
    const details = { channel, message: message?.name, failure }
    await record(
      tx,
      { userId: null, requestId: null, now },
      { event: 'message.withheld', customerId, subject: `send:${sendId}`, details },
    )
  })
}

/** Returns false if another worker has claimed the delivery. */
async function giveUp(
  tx: Primary,
  claimed: Claimed,
  { provider }: Transport,
  code: FailureCode | Withheld,
  now: Date,
  more: Partial<typeof outbox.$inferInsert>,
): Promise<boolean> {
  const { customerId, sendId } = claimed
  if (customerId) await lockGroup(tx, customerId)
  const values = { state: 'dead' as const, failure: code, doneAt: now, ...more }
  const rows = await tx.update(outbox).set(values).where(stillClaimed(claimed)).returning({ id: outbox.id })
  if (!rows.length) return false
  if (customerId && sendId)
    await recordInteraction(tx, { customerId, sendId, kind: 'failed', occurredAt: now, provider, rawCode: code })
  return true
}
