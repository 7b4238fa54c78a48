import { and, eq, ne, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { messages, outbox, sends } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { lockGroup } from '@/lib/customer-group/lock'
import type { Transport, FailureCode } from '@/lib/sending/transport'
import type { SendRule, Withheld } from '@/lib/sending/policy'
import { recordInteraction } from '@/lib/sending/record-interaction'
import type { Claimed } from './claim'
import { lockReports, processPending } from './webhooks/pending'

const held = ({ id, tries }: Claimed) => and(eq(outbox.id, id), eq(outbox.state, 'sending'), eq(outbox.attempts, tries))

/** For a provider without idempotency keys: from here on it may have seen the request. False when somebody else has it by now. */
export async function markTried(db: Primary, claimed: Claimed): Promise<boolean> {
  const rows = await db
    .update(outbox)
    .set({ firstTriedAt: sql`now()` })
    .where(held(claimed))
    .returning({ id: outbox.id })
  return rows.length > 0
}

/** The provider has it, whoever holds it by now: sent, and what was reported of it before we knew its id. */
export async function markSent(
  db: Primary,
  claimed: Claimed,
  { provider }: Transport,
  providerId: string | null,
  now = new Date(),
): Promise<void> {
  const { id, customerId, sendId } = claimed
  await db.transaction(async (tx) => {
    if (providerId) await lockReports(tx, provider, providerId)
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
  /** Nothing was accepted in this try; when no earlier one is in doubt, none is. */
  accepted: 'no' | 'maybe'
  /** The try does not count: it was never made, or the provider only asked to wait. */
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
    .where(held(claimed))
}

/** Given up: stays readable, with its payload, until somebody tries it again. */
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

/** What the customer has said since it was planned stands against it: given up, and told in the customer's history. */
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
    // Claiming it counted as a try; it never was one.
    const given = await giveUp(
      tx,
      claimed,
      transport,
      failure,
      now,
      triedHoursAgo === null ? { firstTriedAt: null } : {},
    )
    if (!given || !customerId || !sendId) return
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

/** False when somebody else holds it by now. */
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
  const rows = await tx.update(outbox).set(values).where(held(claimed)).returning({ id: outbox.id })
  if (!rows.length) return false
  if (customerId && sendId)
    await recordInteraction(tx, { customerId, sendId, kind: 'failed', occurredAt: now, provider, rawCode: code })
  return true
}
