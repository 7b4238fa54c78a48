import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import { INTERACTION_KINDS } from '@/db/schema/sending'
import { query } from '@/lib/kernel/query'
import type { SendChannel } from '@/lib/sending/address'
import type { InteractionKind } from '@/lib/sending/next-state'
import { isVisible } from './visibility'
import type { ViewedGroup } from '@/lib/customer-group/group'

export type ChannelTotal = {
  channel: SendChannel
  times: number
  since: Date
  byKind: { kind: InteractionKind; times: number }[]
}

type Row = { channel: SendChannel; kind: InteractionKind; times: number; since: string }

/**
 * The number of interactions per channel since the first message, without test sends and without empty channels. Reads
 * at most 24 rows of totals per record, whatever the number of interactions. Empty when the customer is out of scope.
 */
export const listTotals = query('interactions.read', async (ctx, subject: ViewedGroup): Promise<ChannelTotal[]> => {
  const rows = await readRows<Row>(
    ctx.db,
    sql`
    select channel, kind, sum(times)::int as times, min(first_at) as since from interaction_totals
    where customer_id = any(${sql.param([...subject.memberIds])}::uuid[]) and not test and ${isVisible(ctx, subject)} group by channel, kind`,
  )
  return SEND_CHANNELS.flatMap((channel) => {
    const own = rows.filter((row) => row.channel === channel)
    if (!own.length) return []
    const byKind = INTERACTION_KINDS.flatMap((kind) =>
      own.filter((row) => row.kind === kind).map(({ times }) => ({ kind, times })),
    )
    const since = new Date(Math.min(...own.map((row) => new Date(row.since).getTime())))
    return [{ channel, times: byKind.reduce((sum, { times }) => sum + times, 0), since, byKind }]
  })
})
