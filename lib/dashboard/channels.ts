import { sql, type SQL } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { env } from '@/lib/env'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { survivorInScope } from '@/lib/customer-group/scope'
import { within } from '@/lib/interactions/filter'
import { query } from '@/lib/kernel/query'
import { CHANNELS, type DashboardChannel, type DashboardFilter } from './filter'

export type ChannelFigure = {
  channel: DashboardChannel
  /** Events of messages that were sent to the customer. */
  interactions: number
  /** Messages that the customer wrote in conversations. */
  written: number
  /** Days in the company's time zone on which the customer wrote, replied or clicked. */
  activeDays: number
  lastActionAt: Date | null
  /** Messages to the customer that left the outbox. */
  sent: number
  /** Those of them that were delivered, and neither bounced nor were marked as spam. */
  reached: number
}

type Row = Omit<ChannelFigure, 'lastActionAt'> & { lastActionAt: string | null }

/**
 * The figures of a customer's channels, over all records of the group, without test sends (B1). In the order of `CHANNELS`, without
 * channels in which nothing happened. Empty when the customer is out of scope.
 */
export const countByChannel = query(
  'dashboard.read',
  async (ctx, { memberIds, survivorId }: ViewedGroup, filter: DashboardFilter): Promise<ChannelFigure[]> => {
    const ofGroup = (alias: string) => sql`${sql.raw(alias)}.customer_id = any(${sql.param([...memberIds])}::uuid[])`
    const rows = await readRows<Row>(
      ctx.db,
      sql`
      select channel, sum(interactions)::int as interactions, sum(written)::int as written, sum(active_days)::int as "activeDays",
        max(last_action_at) as "lastActionAt", sum(sent)::int as sent, sum(reached)::int as reached
      from (${sendFigures(ofGroup, filter)} union all ${interactionFigures(ofGroup, filter)} union all ${actionFigures(ofGroup, filter)}) figures
      where ${survivorInScope(ctx.viewer, survivorId) ?? sql`true`} group by channel`,
    )
    return CHANNELS.flatMap((channel) =>
      rows
        .filter((row) => row.channel === channel)
        .map((row) => ({ ...row, lastActionAt: row.lastActionAt === null ? null : new Date(row.lastActionAt) })),
    )
  },
)

type OfGroup = (alias: string) => SQL

const inChannel = (column: string, { channel }: DashboardFilter) =>
  channel ? sql` and ${sql.raw(column)} = ${channel}` : sql``

/** Each send with the furthest state it has reached; a send that waits in the outbox does not count. */
const sendFigures = (ofGroup: OfGroup, filter: DashboardFilter): SQL => sql`
  select s.channel, count(*) as sent, count(*) filter (where s.state in ('delivered', 'opened', 'clicked', 'replied')) as reached,
    0 as interactions, 0 as written, 0 as active_days, null::timestamptz as last_action_at
  from sends s where ${ofGroup('s')} and not s.test and s.state <> 'queued'${inChannel('s.channel', filter)}${within(filter, 's.created_at')}
  group by s.channel`

const interactionFigures = (ofGroup: OfGroup, filter: DashboardFilter): SQL => sql`
  select i.channel, 0, 0, count(*), 0, 0, null from interactions i
  where ${ofGroup('i')} and not i.test${inChannel('i.channel', filter)}${within(filter, 'i.occurred_at')} group by i.channel`

/**
 * What the customer did: messages written, and sent messages that were replied to or clicked. Counted in days, because a provider reports a
 * reply both as an event of the send and as a message of the conversation, and because a chat consists of many short messages.
 */
const actionFigures = (ofGroup: OfGroup, filter: DashboardFilter): SQL => sql`
  select a.channel, 0, 0, 0, sum(a.written), count(distinct (a.at at time zone ${env().COMPANY_TIME_ZONE})::date), max(a.at)
  from (
    select i.channel, i.occurred_at as at, 0 as written from interactions i
    where ${ofGroup('i')} and not i.test and i.kind in ('replied', 'clicked')${inChannel('i.channel', filter)}${within(filter, 'i.occurred_at')}
    union all
    select c.channel, m.occurred_at, 1 from conversations c
    join conversation_messages m on m.customer_id = c.customer_id and m.conversation_id = c.id
    where ${ofGroup('c')} and m.direction = 'in'${inChannel('c.channel', filter)}${within(filter, 'm.occurred_at')}
  ) a group by a.channel`
