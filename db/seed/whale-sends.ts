import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { env } from '@/lib/env'
import type { SendChannel } from '@/lib/sending/address'
import type { InteractionKind } from '@/lib/sending/state-after'
import { POINT_CHANNEL } from '@/lib/sending/reach'
import { fillIn } from '@/lib/sending/render'
import { daysBefore } from './calendar'
import { DEMO_JOURNEYS } from './journeys'
import type { Life } from './life/life'
import { providerOf, rawCodeOf } from './life/sends'

/** With the interactions of the tale itself, 50,000 in all. */
const SENDS = 17_857

/** What becomes of every tenth send, from its first to its last. */
const FATES: readonly [SendChannel, ...InteractionKind[]][] = [
  ['email', 'sent', 'delivered', 'opened', 'clicked'],
  ['email', 'sent', 'delivered', 'opened'],
  ['email', 'sent', 'delivered', 'opened'],
  ['email', 'sent', 'delivered'],
  ['email', 'sent', 'delivered', 'opened', 'clicked'],
  ['sms', 'sent', 'delivered'],
  ['sms', 'sent', 'delivered'],
  ['sms', 'failed'],
  ['whatsapp', 'sent', 'delivered', 'opened', 'replied'],
  ['whatsapp', 'sent', 'delivered', 'opened'],
]

/** Years of messages of one customer, made where they will stand: row by row they would take most of the seeding. */
export async function seedWhaleSends(db: Db, { customer, points, telling: { now } }: Life): Promise<void> {
  const fill = { name: customer.name, company: env().COMPANY_NAME }
  const texts = DEMO_JOURNEYS.flatMap(({ purpose, messages }) =>
    messages
      .filter(({ body }) => !body.includes('{{link}}'))
      .map((m) => ({ ...m, purpose, subject: m.subject && fillIn(m.subject, fill), body: fillIn(m.body, fill) })),
  )
  const plans = FATES.flatMap(([channel, ...kinds], turn) => {
    const point = points.find((p) => p.channel === POINT_CHANNEL[channel])!
    const sent = {
      turn,
      channel,
      kinds,
      codes: kinds.map((kind) => rawCodeOf(channel, kind)),
      provider: providerOf(channel),
      point: point.id,
      address: point.normalized,
    }
    const messages = texts.filter((text) => text.channel === channel)
    return messages.map((message, place) => ({ ...sent, ...message, place, places: messages.length }))
  })
  const from = customer.createdAt
  const minutes = Math.floor((daysBefore(now, 2).getTime() - from.getTime()) / 60_000)
  await db.execute(sql`
    create temp table whale_sends on commit drop as
    select at, p.*,
      (clock || '7' || substr(hash, 1, 3) || '8' || substr(hash, 5, 15))::uuid as message_id,
      (clock || '7' || substr(hash, 4, 3) || 'a' || substr(hash, 17, 15))::uuid as send_id
    from generate_series(1, ${SENDS}::int) i
    cross join lateral (select ${from.toISOString()}::timestamptz + (i::bigint * ${minutes} / ${SENDS}) * interval '1 minute' as at) a
    cross join lateral (select lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') as clock, md5('whale ' || i) as hash) h
    join jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) as p(
      turn int, place int, places int, channel text, kinds text[], codes text[], provider text, point uuid, address text,
      id uuid, "journeyId" uuid, step smallint, purpose text, name text, subject text, body text)
      on p.turn = i % 10 and p.place = (i / 10) % p.places`)
  await keep(db, customer.id)
}

async function keep(db: Db, customerId: string): Promise<void> {
  await db.execute(sql`
    insert into messages (customer_id, id, journey_id, journey_message_id, step, name, channel, purpose, subject, body, created_at)
    select ${customerId}, message_id, "journeyId", id, step, name, channel, purpose, subject, body, at from whale_sends`)
  // Kinds are listed in the order they happen, which is also how telling they are: the last is the state.
  await db.execute(sql`
    insert into sends (customer_id, id, message_id, journey_id, channel, address, point_id, state, state_at, created_at)
    select ${customerId}, send_id, message_id, "journeyId", channel, address, point,
      kinds[cardinality(kinds)], at + (cardinality(kinds) - 1) * interval '17 minutes', at from whale_sends`)
  await db.execute(sql`
    insert into interactions (customer_id, send_id, kind, channel, journey_id, occurred_at, provider, raw_code)
    select ${customerId}, send_id, happened.kind, channel, "journeyId", at + (happened.place - 1) * interval '17 minutes', provider, happened.code
    from whale_sends cross join lateral unnest(kinds, codes) with ordinality happened(kind, code, place)`)
}
