import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { INTERACTION_KINDS } from '@/db/schema/sending'
import type { Purpose } from '@/lib/contact-policy/policy'
import { query } from '@/lib/kernel/query'
import type { SendChannel } from '@/lib/sending/address'
import type { InteractionKind } from '@/lib/sending/next-state'
import type { InteractionFilter } from './filter'
import { isVisible, trials } from './visibility'
import type { ViewedGroup } from '@/lib/customer-group/group'

/** A step of a journey in one channel, with the count of each kind of interaction and the latest one. */
export type JourneyStep = {
  step: number
  channel: SendChannel
  names: string[]
  byKind: { kind: InteractionKind; times: number }[]
  last: { kind: InteractionKind; at: Date }
}

export type CustomerJourney = {
  id: string
  name: string
  purpose: Purpose
  retired: boolean
  lastAt: Date
  steps: JourneyStep[]
}

type Row = {
  journeyId: string
  step: number
  channel: SendChannel
  kind: InteractionKind
  times: number
  lastAt: string
  name: string
  purpose: Purpose
  retired: boolean
  names: string[] | null
}

const ROWS_MAX = 2_000

/**
 * A customer's journeys with their steps, the one with the newest interaction first. Read from the totals: a few rows
 * per step and channel, at most 2,000. Empty when the customer is out of scope.
 */
export const listCustomerJourneys = query(
  'interactions.read',
  async (ctx, subject: ViewedGroup, { channel, journey, test }: InteractionFilter): Promise<CustomerJourney[]> => {
    const rows = await readRows<Row>(
      ctx.db,
      sql`
    select t.journey_id as "journeyId", t.step, t.channel, t.kind, sum(t.times)::int as times, max(t.last_at) as "lastAt", j.name, j.purpose,
      j.retired_at is not null as retired,
      (select array_agg(m.name order by m.created_at, m.id) from journey_messages m where m.journey_id = t.journey_id and m.channel = t.channel and m.step = t.step) as names
    from journey_totals t join journeys j on j.id = t.journey_id
    where t.customer_id = any(${sql.param([...subject.memberIds])}::uuid[]) and t.test = any(${sql.param(trials(test))}::boolean[])
      ${channel ? sql`and t.channel = ${channel}` : sql``} ${journey ? sql`and t.journey_id = ${journey}` : sql``} and ${isVisible(ctx, subject)}
    group by t.journey_id, t.step, t.channel, t.kind, j.name, j.purpose, j.retired_at
    order by max(t.last_at) desc limit ${ROWS_MAX}`,
    )
    const byJourney = grouped(rows, (row) => row.journeyId)
    return byJourney.map((own) => {
      const { journeyId: id, name, purpose, retired, lastAt } = own[0]!
      const steps = grouped(own, (row) => `${row.step} ${row.channel}`).map(stepOf)
      return {
        id,
        name,
        purpose,
        retired,
        lastAt: new Date(lastAt),
        steps: steps.sort((a, b) => a.step - b.step || a.channel.localeCompare(b.channel)),
      }
    })
  },
)

/** Of two kinds at the same instant, the later one in `INTERACTION_KINDS` counts as the latest. */
function stepOf(rows: Row[]): JourneyStep {
  const { step, channel, names } = rows[0]!
  const ordered = INTERACTION_KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind))
  const last = ordered.reduce((newest, row) => (new Date(row.lastAt) >= new Date(newest.lastAt) ? row : newest))
  return {
    step,
    channel,
    names: names ?? [],
    byKind: ordered.map(({ kind, times }) => ({ kind, times })),
    last: { kind: last.kind, at: new Date(last.lastAt) },
  }
}

function grouped(rows: Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()]
}
