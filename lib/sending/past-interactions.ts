import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { insertRows } from '@/db/insert-rows'
import type { PastSend } from './past-send'
import { recordLastInteractions } from '@/lib/customer-group/touch'

type Recorded = PastSend & { id: string }
type Event = Recorded['events'][number] & { send: Recorded }

/** Inserts the interactions of new sends, and adds them to the totals as `recordInteractions` would. */
export async function recordPastInteractions(tx: Primary, sends: readonly Recorded[]): Promise<void> {
  const events = sends.flatMap((send) => send.events.map((event): Event => ({ ...event, send })))
  await insertInteractions(tx, events)
  await addToTotals(tx, events)
  await addToJourneyTotals(
    tx,
    events.filter(({ send }) => send.journeyId),
  )
  await noteLastInteraction(
    tx,
    events.filter(({ send, kind }) => !send.test && kind !== 'failed'),
  )
}

const insertInteractions = (tx: Primary, events: readonly Event[]): Promise<void> =>
  insertRows(tx, 'interactions', events, {
    customer_id: ['uuid', ({ send }) => send.customerId],
    send_id: ['uuid', ({ send }) => send.id],
    kind: ['text', ({ kind }) => kind],
    channel: ['text', ({ send }) => send.channel],
    journey_id: ['uuid', ({ send }) => send.journeyId],
    test: ['boolean', ({ send }) => send.test ?? false],
    occurred_at: ['timestamptz', ({ at }) => at.toISOString()],
    provider: ['text', ({ send }) => send.provider],
    raw_code: ['text', ({ rawCode }) => rawCode],
  })

type Total = { event: Event; times: number; first: Date; last: Date }

/** Returns one total for each key, in the order of the keys, which is the order in which every writer locks them. */
function totalsBy(events: readonly Event[], keyOf: (event: Event) => string): Total[] {
  const totals = new Map<string, Total>()
  for (const event of events) {
    const key = keyOf(event)
    const { times, first, last } = totals.get(key) ?? { times: 0, first: event.at, last: event.at }
    totals.set(key, {
      event,
      times: times + 1,
      first: event.at < first ? event.at : first,
      last: event.at > last ? event.at : last,
    })
  }
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total)
}

const keyOf = ({ send, kind }: Event) => `${send.customerId} ${send.test ?? false} ${send.channel} ${kind}`

const addToTotals = (tx: Primary, events: readonly Event[]): Promise<void> =>
  insertRows(
    tx,
    'interaction_totals',
    totalsBy(events, keyOf),
    {
      customer_id: ['uuid', ({ event }) => event.send.customerId],
      test: ['boolean', ({ event }) => event.send.test ?? false],
      channel: ['text', ({ event }) => event.send.channel],
      kind: ['text', ({ event }) => event.kind],
      times: ['int', ({ times }) => times],
      first_at: ['timestamptz', ({ first }) => first.toISOString()],
      last_at: ['timestamptz', ({ last }) => last.toISOString()],
    },
    sql`on conflict (customer_id, test, channel, kind) do update set times = interaction_totals.times + excluded.times,
      first_at = least(interaction_totals.first_at, excluded.first_at), last_at = greatest(interaction_totals.last_at, excluded.last_at)`,
  )

const stepOf = ({ send }: Event) => send.message.step ?? 0

const addToJourneyTotals = (tx: Primary, events: readonly Event[]): Promise<void> =>
  insertRows(
    tx,
    'journey_totals',
    totalsBy(events, (event) => `${event.send.customerId} ${event.send.journeyId} ${stepOf(event)} ${keyOf(event)}`),
    {
      customer_id: ['uuid', ({ event }) => event.send.customerId],
      test: ['boolean', ({ event }) => event.send.test ?? false],
      journey_id: ['uuid', ({ event }) => event.send.journeyId],
      step: ['smallint', ({ event }) => stepOf(event)],
      channel: ['text', ({ event }) => event.send.channel],
      kind: ['text', ({ event }) => event.kind],
      times: ['int', ({ times }) => times],
      last_at: ['timestamptz', ({ last }) => last.toISOString()],
    },
    sql`on conflict (customer_id, test, journey_id, step, channel, kind) do update
      set times = journey_totals.times + excluded.times, last_at = greatest(journey_totals.last_at, excluded.last_at)`,
  )

/** Test sends and failures do not count, because the customer did not see them. */
async function noteLastInteraction(tx: Primary, events: readonly Event[]): Promise<void> {
  const last = new Map<string, Event>()
  for (const event of events)
    if (event.at > (last.get(event.send.customerId)?.at ?? new Date(0))) last.set(event.send.customerId, event)
  if (!last.size) return
  const seen = [...last.values()]
  await tx.execute(
    recordLastInteractions(sql`select * from unnest(${sql.param(seen.map(({ send }) => send.customerId))}::uuid[],
      ${sql.param(seen.map(({ at }) => at.toISOString()))}::timestamptz[],
      ${sql.param(seen.map(({ send }) => send.channel))}::text[]) e(customer_id, occurred_at, channel)`),
  )
}
