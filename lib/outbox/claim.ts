import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import type { DeliveryPayload } from '@/db/schema/outbox'
import type { SendChannel } from '@/lib/sending/address'
import type { Transport, FailureCode, OutboundMessage } from '@/lib/sending/transport'
import { recheckSends } from '@/lib/sending/recheck-sends'
import type { SendRule } from '@/lib/sending/policy'
import { takeSlots, reserveSlots } from './rate-limit'

/** A delivery that a worker has claimed until its lease ends. `tries` distinguishes this claim from a later one of the same row. */
export type Claimed = Omit<OutboundMessage, 'payload'> & {
  payload: DeliveryPayload | null
  tries: number
  /** How long to wait before sending it, because of the provider's rate limit. */
  delayMs: number
  /** Hours since the first try that may have reached the provider, or null. */
  triedHoursAgo: number | null
  /** The rule that forbids the send now, although it was allowed when it was planned. */
  objection: SendRule | null
}

type Row = Omit<Claimed, 'delayMs' | 'sendId' | 'customerId' | 'triedHoursAgo' | 'objection'> & {
  customer_id: string | null
  send_id: string | null
  tried: number | null
}

/** Returns the channels in which deliveries are due. */
export async function dueChannels(db: Primary): Promise<SendChannel[]> {
  const { rows } = await db.execute<{ channel: SendChannel }>(sql`
    select channel from unnest(${sql.param([...SEND_CHANNELS])}::text[]) channel
    where exists (select from outbox o where o.channel = channel.channel and state in ('waiting', 'sending') and due_at <= now())`)
  return rows.map(({ channel }) => channel)
}

/**
 * Claims due deliveries of a channel, the longest due first: as many as the provider's rate limit allows, and at most `limit`. Deliveries
 * claimed by another worker are skipped until their lease ends. All of them are checked again in one statement; a refused one uses no slot.
 */
export async function claimDue(
  db: Primary,
  transport: Transport,
  channel: SendChannel,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<Claimed[]> {
  return db.transaction(async (tx) => {
    const slots = await reserveSlots(tx, transport)
    const count = Math.min(limit, slots?.count ?? limit)
    if (count <= 0) return []
    const taken = (await take(tx, transport, channel, count, leaseMs)).map(claimedFrom)
    const objections = await recheckSends(
      tx,
      taken.flatMap(({ customerId, sendId }) => (customerId && sendId ? [{ customerId, sendId }] : [])),
    )
    const checked = taken.map((delivery) => ({
      ...delivery,
      objection: objections.get(delivery.sendId ?? '')?.rule ?? null,
    }))
    const allowed = checked.filter(({ objection }) => !objection)
    if (slots) await takeSlots(tx, transport, slots, allowed.length)
    return checked.map((delivery) => ({
      ...delivery,
      delayMs: slots && !delivery.objection ? slots.firstInMs + allowed.indexOf(delivery) * slots.everyMs : 0,
    }))
  })
}

const claimedFrom = ({ customer_id: customerId, send_id: sendId, tried: triedHoursAgo, ...row }: Row) => ({
  ...row,
  customerId,
  sendId,
  triedHoursAgo,
})

/** Records the try for a provider with idempotency keys. For one without keys, `markTried` records it immediately before the request. */
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
 * Returns why a claimed delivery must not be sent, or null. An idempotency key prevents duplicates for 24 hours
 * (https://resend.com/docs/dashboard/emails/idempotency-keys). Without keys nothing prevents a duplicate.
 */
export function blockingReason(claimed: Claimed, { idempotent }: Transport, triesMax: number): FailureCode | null {
  const { triedHoursAgo, tries, payload } = claimed
  if (triedHoursAgo !== null && (!idempotent || triedHoursAgo >= KEY_HOURS)) return 'outcome_unknown'
  if (tries > triesMax || !payload) return 'too_many_tries'
  return null
}
