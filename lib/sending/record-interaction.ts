import { and, eq, lt, or, isNull, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { customers, INTERACTION_KINDS, interactions, interactionTotals, journeyTotals, messages, sends, type PROVIDERS } from '@/db/schema'

export type InteractionKind = (typeof INTERACTION_KINDS)[number]

export type Happened = {
  customerId: string
  sendId: string
  kind: InteractionKind
  occurredAt: Date
  provider: (typeof PROVIDERS)[number]
  /** The provider's own word for it. */
  rawCode?: string | null
}

/**
 * Notes what happened to a send; call it inside a transaction. Reports may come late, repeated and in any order: each kind counts once, the
 * earliest report of it stands, and the send's state is the most telling kind there is. False when the send is unknown.
 */
export async function recordInteraction(tx: Db, happened: Happened): Promise<boolean> {
  const send = await lockSend(tx, happened)
  if (!send) return false
  const isNew = await insert(tx, happened, send)
  await count(tx, happened, send, isNew)
  await countInJourney(tx, happened, send, isNew)
  await project(tx, happened)
  return true
}

type Send = { channel: (typeof sends.$inferSelect)['channel']; journeyId: string | null; test: boolean; step: number }

/** The customer first, always, then the send: the order in which every command locks. */
async function lockSend(tx: Db, { customerId, sendId, kind, occurredAt }: Happened): Promise<Send | null> {
  const at = and(eq(sends.customerId, customerId), eq(sends.id, sendId))
  const [send] = await tx
    .select({ channel: sends.channel, journeyId: sends.journeyId, test: sends.test, step: sql<number>`coalesce(${messages.step}, 0)` })
    .from(sends)
    .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .where(at)
  if (!send) return null
  await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId)).for('no key update')
  if (!send.test && kind !== 'failed') {
    await tx
      .update(customers)
      .set({ lastInteractionAt: occurredAt, lastInteractionChannel: send.channel, lastActivityAt: sql`greatest(${customers.lastActivityAt}, ${occurredAt.toISOString()}::timestamptz)` })
      .where(and(eq(customers.id, customerId), or(isNull(customers.lastInteractionAt), lt(customers.lastInteractionAt, occurredAt))))
  }
  await tx.select({ id: sends.id }).from(sends).where(at).for('update')
  return send
}

async function insert(tx: Db, happened: Happened, { step: _, ...send }: Send): Promise<boolean> {
  const earlier = sql`(excluded.occurred_at, coalesce(excluded.raw_code, '')) < (${interactions.occurredAt}, coalesce(${interactions.rawCode}, ''))`
  const rows = await tx
    .insert(interactions)
    .values({ ...happened, ...send })
    .onConflictDoUpdate({
      target: [interactions.customerId, interactions.sendId, interactions.kind],
      set: { occurredAt: sql`excluded.occurred_at`, rawCode: sql`excluded.raw_code`, provider: sql`excluded.provider` },
      setWhere: earlier,
    })
    .returning({ isNew: sql<boolean>`xmax = 0` })
  return rows[0]?.isNew ?? false
}

/** A repeat moves the dates but not the number. */
async function count(tx: Db, { customerId, kind, occurredAt }: Happened, { channel, test }: Send, isNew: boolean): Promise<void> {
  const t = interactionTotals
  await tx
    .insert(t)
    .values({ customerId, test, channel, kind, times: 1, firstAt: occurredAt, lastAt: occurredAt })
    .onConflictDoUpdate({
      target: [t.customerId, t.test, t.channel, t.kind],
      set: {
        times: sql`${t.times} + ${isNew ? 1 : 0}`,
        firstAt: sql`least(${t.firstAt}, excluded.first_at)`,
        lastAt: sql`greatest(${t.lastAt}, excluded.last_at)`,
      },
    })
}

async function countInJourney(tx: Db, { customerId, kind, occurredAt }: Happened, { channel, test, journeyId, step }: Send, isNew: boolean): Promise<void> {
  if (!journeyId) return
  const t = journeyTotals
  await tx
    .insert(t)
    .values({ customerId, test, journeyId, step, channel, kind, times: 1, lastAt: occurredAt })
    .onConflictDoUpdate({
      target: [t.customerId, t.test, t.journeyId, t.step, t.channel, t.kind],
      set: { times: sql`${t.times} + ${isNew ? 1 : 0}`, lastAt: sql`greatest(${t.lastAt}, excluded.last_at)` },
    })
}

async function project(tx: Db, { customerId, sendId }: Happened): Promise<void> {
  const rank = sql`array_position(${sql.param([...INTERACTION_KINDS])}::text[], kind)`
  await tx.execute(sql`
    update sends set state = last.kind, state_at = last.occurred_at
    from (select kind, occurred_at from interactions where customer_id = ${customerId} and send_id = ${sendId} order by ${rank} desc limit 1) last
    where customer_id = ${customerId} and id = ${sendId} and (state, state_at) is distinct from (last.kind, last.occurred_at)`)
}
