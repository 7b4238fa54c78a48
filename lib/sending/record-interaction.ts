import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import type { PROVIDERS } from '@/db/schema'
import { lockGroups } from '@/lib/customer-group/lock'
import { recordLastInteractions } from '@/lib/customer-group/touch'
import { type InteractionKind, type StateSince, nextState } from './next-state'

export type DeliveryEvent = {
  customerId: string
  sendId: string
  kind: InteractionKind
  occurredAt: Date
  provider: (typeof PROVIDERS)[number]
  /** The provider's own name for it. */
  rawCode?: string | null
}

/**
 * Records an event of a send; call it inside a transaction. Events may arrive late, repeated and in any order: each kind counts once, at its
 * earliest time, and the state of the send is the furthest kind. Returns false if the send is unknown.
 */
export const recordInteraction = async (tx: Primary, happened: DeliveryEvent): Promise<boolean> =>
  (await recordInteractions(tx, [happened])) > 0

/** The same for many sends in one statement, with at most one event for each send. Returns how many of the sends are known. */
export async function recordInteractions(tx: Primary, happened: readonly DeliveryEvent[]): Promise<number> {
  const locked = await lockSends(tx, happened)
  const known = happened.flatMap((event) => {
    const send = locked.get(event.sendId)
    return send ? [rowOf(event, nextState(send, event.kind, event.occurredAt))] : []
  })
  if (known.length) await tx.execute(recording(known))
  return known.length
}

/** Locks the customers' groups first and then the sends, as every command does. */
async function lockSends(tx: Primary, happened: readonly DeliveryEvent[]): Promise<Map<string, StateSince>> {
  const [customerIds, sendIds] = [
    sql.param(happened.map(({ customerId }) => customerId)),
    sql.param(happened.map(({ sendId }) => sendId)),
  ]
  await lockGroups(
    tx,
    happened.map(({ customerId }) => customerId),
  )
  const { rows } = await tx.execute<{ id: string; state: StateSince['state']; at: string }>(sql`
    select s.id, s.state, s.state_at as at from unnest(${customerIds}::uuid[], ${sendIds}::uuid[]) asked(customer_id, id)
    join sends s on s.customer_id = asked.customer_id and s.id = asked.id
    order by s.customer_id, s.id for update of s`)
  return new Map(rows.map(({ id, state, at }) => [id, { state, at: new Date(at) }]))
}

/**
 * A repeated event can change dates, but not counts. The customer sees neither test sends nor failures, so these do not count as the last
 * interaction. The totals are updated in the same statement, so that reading them needs no scan of the interactions.
 */
const recording = (happened: readonly ReturnType<typeof rowOf>[]) => sql`
  with happened as (
    select s.customer_id, s.id as send_id, s.channel, s.journey_id, s.test, coalesce(m.step, 0) as step,
      h.kind, h.occurred_at, h.provider, h.raw_code, h.state, h.state_at
    from jsonb_to_recordset(${JSON.stringify(happened)}::jsonb)
      h(customer_id uuid, send_id uuid, kind text, occurred_at timestamptz, provider text, raw_code text, state text, state_at timestamptz)
    join sends s on s.customer_id = h.customer_id and s.id = h.send_id
    join messages m on m.customer_id = s.customer_id and m.id = s.message_id
  ), stored as (
    insert into interactions as i (customer_id, send_id, kind, channel, journey_id, test, occurred_at, provider, raw_code)
    select customer_id, send_id, kind, channel, journey_id, test, occurred_at, provider, raw_code from happened
    on conflict (customer_id, send_id, kind) do update
      set occurred_at = excluded.occurred_at, raw_code = excluded.raw_code, provider = excluded.provider
      where (excluded.occurred_at, coalesce(excluded.raw_code, '')) < (i.occurred_at, coalesce(i.raw_code, ''))
    returning customer_id, send_id, (xmax = 0)::int as is_new
  ), counted as (
    select h.*, coalesce(k.is_new, 0) as is_new from happened h left join stored k using (customer_id, send_id)
  ), totals as (
    insert into interaction_totals as t (customer_id, test, channel, kind, times, first_at, last_at)
    select customer_id, test, channel, kind, sum(is_new), min(occurred_at), max(occurred_at) from counted group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (customer_id, test, channel, kind) do update
      set times = t.times + excluded.times, first_at = least(t.first_at, excluded.first_at), last_at = greatest(t.last_at, excluded.last_at)
  ), in_journey as (
    insert into journey_totals as t (customer_id, test, journey_id, step, channel, kind, times, last_at)
    select customer_id, test, journey_id, step, channel, kind, sum(is_new), max(occurred_at) from counted
    where journey_id is not null group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (customer_id, test, journey_id, step, channel, kind) do update
      set times = t.times + excluded.times, last_at = greatest(t.last_at, excluded.last_at)
  ), seen as (
    ${recordLastInteractions(sql`select distinct on (customer_id) customer_id, occurred_at, channel from happened
      where not test and kind <> 'failed' order by customer_id, occurred_at desc`)}
  )
  update sends s set state = h.state, state_at = h.state_at
  from happened h
  where s.customer_id = h.customer_id and s.id = h.send_id and (s.state, date_trunc('milliseconds', s.state_at)) is distinct from (h.state, h.state_at)`

const rowOf = (
  { customerId, sendId, kind, occurredAt, provider, rawCode = null }: DeliveryEvent,
  reached: StateSince,
) => ({
  customer_id: customerId,
  send_id: sendId,
  kind,
  occurred_at: occurredAt.toISOString(),
  provider,
  raw_code: rawCode,
  state: reached.state,
  state_at: reached.at.toISOString(),
})
