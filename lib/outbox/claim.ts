import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import type { DeliveryPayload } from '@/db/schema/outbox'
import type { SendChannel } from '@/lib/sending/address'
import type { Transport, FailureCode, OutboundMessage } from '@/lib/sending/transport'
import { recheckSends } from '@/lib/sending/recheck-sends'
import type { SendRule } from '@/lib/sending/policy'
import { takeSlots, reserveSlots } from './rate-limit'

/** What a worker holds until its lease ends. `tries` tells its claim from a later one of the same row. */
export type Claimed = Omit<OutboundMessage, 'payload'> & {
  payload: DeliveryPayload | null
  tries: number
  /** Its turn, from now. */
  delayMs: number
  /** An earlier try may have reached the provider: hours since the first such one. */
  triedHoursAgo: number | null
  /** What stands against it since it was planned: it may not be handed over any more. */
  objection: SendRule | null
}

type Row = Omit<Claimed, 'delayMs' | 'sendId' | 'customerId' | 'triedHoursAgo' | 'objection'> & {
  customer_id: string | null
  send_id: string | null
  tried: number | null
}

/** The channels that have something due. */
export async function dueChannels(db: Primary): Promise<SendChannel[]> {
  const { rows } = await db.execute<{ channel: SendChannel }>(sql`
    select channel from unnest(${sql.param([...SEND_CHANNELS])}::text[]) channel
    where exists (select from outbox o where o.channel = channel.channel and state in ('waiting', 'sending') and due_at <= now())`)
  return rows.map(({ channel }) => channel)
}

/**
 * Takes what is due in a channel, the longest due first, as many as the provider has turns for and at most `limit`. What another worker
 * holds is passed over until its lease ends. Every try is judged again, the whole batch at once; what is refused takes no turn.
 */
export async function claimDue(
  db: Primary,
  transport: Transport,
  channel: SendChannel,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<Claimed[]> {
  return db.transaction(async (tx) => {
    const turns = await reserveSlots(tx, transport)
    const count = Math.min(limit, turns?.count ?? limit)
    if (count <= 0) return []
    const taken = (await take(tx, transport, channel, count, leaseMs)).map(claimedFrom)
    const objections = await recheckSends(
      tx,
      taken.flatMap(({ customerId, sendId }) => (customerId && sendId ? [{ customerId, sendId }] : [])),
    )
    const judged = taken.map((one) => ({ ...one, objection: objections.get(one.sendId ?? '')?.rule ?? null }))
    const going = judged.filter(({ objection }) => !objection)
    if (turns) await takeSlots(tx, transport, turns, going.length)
    return judged.map((one) => ({
      ...one,
      delayMs: turns && !one.objection ? turns.firstInMs + going.indexOf(one) * turns.everyMs : 0,
    }))
  })
}

const claimedFrom = ({ customer_id: customerId, send_id: sendId, tried: triedHoursAgo, ...row }: Row) => ({
  ...row,
  customerId,
  sendId,
  triedHoursAgo,
})

/** A provider with idempotency keys may see the request from here on; for one without, `markTried` says so right before it goes out. */
async function take(
  tx: Primary,
  { provider, idempotent }: Transport,
  channel: SendChannel,
  count: number,
  leaseMs: number,
): Promise<Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    update outbox o set state = 'sending', provider = ${provider}, attempts = o.attempts + 1,
      due_at = now() + ${leaseMs} * interval '1 millisecond',
      first_tried_at = case when ${idempotent}::boolean then coalesce(o.first_tried_at, now()) else o.first_tried_at end
    from (
      select id, (extract(epoch from now() - first_tried_at) / 3600)::float as tried
      from outbox where channel = ${channel} and state in ('waiting', 'sending') and due_at <= now()
      order by due_at, id limit ${count} for update skip locked
    ) due
    where o.id = due.id
    returning o.id, o.channel, o.customer_id, o.send_id, o.payload, o.attempts as tries, due.tried`)
  return rows
}

const KEY_HOURS = 23.5

/**
 * Why a claimed delivery may not be handed over, or null. A provider's idempotency key protects for 24 hours
 * (https://resend.com/docs/dashboard/emails/idempotency-keys); without keys nothing protects a second try.
 */
export function blockingReason(claimed: Claimed, { idempotent }: Transport, triesMax: number): FailureCode | null {
  const { triedHoursAgo, tries, payload } = claimed
  if (triedHoursAgo !== null && (!idempotent || triedHoursAgo >= KEY_HOURS)) return 'outcome_unknown'
  if (tries > triesMax || !payload) return 'too_many_tries'
  return null
}
