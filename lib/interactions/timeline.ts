import { sql } from 'drizzle-orm'
import { SEND_CHANNELS, type SEND_STATES } from '@/db/schema'
import { timelineContribution } from '@/lib/contributions/timeline'
import { shownAddress } from '@/lib/privacy/shown-address'
import type { SendChannel } from '@/lib/sending/address'
import { stepsOf, type Happened } from '@/lib/sending/steps'

type Row = {
  name: string
  subject: string | null
  journey: string | null
  channel: SendChannel
  state: (typeof SEND_STATES)[number]
  address: string
  pointId: string | null
  happened: Happened | null
}

/**
 * Each message is one event with its delivery steps. Test sends are left out. The events of a send are ordered by a column that no index has:
 * otherwise the planner chooses an index-only scan, which reads every event of the customer.
 */
export const messagesOnTimeline = timelineContribution({
  permission: 'interactions.read',
  arms: SEND_CHANNELS.map((channel) => ({
    event: channel,
    table: 'sends',
    occurredAt: 'created_at',
    id: 'id',
    where: `not test and channel = '${channel}'`,
    channel,
    mergePart: { part: 'messages', rowId: 'id' },
  })),
  detail: sql`(select json_build_object('name', m.name, 'subject', m.subject, 'journey', j.name, 'channel', s.channel, 'state', s.state,
    'address', s.address, 'pointId', s.point_id, 'happened',
    (select json_object_agg(i.kind, i.occurred_at order by i.provider) from interactions i
      where i.customer_id = s.customer_id and i.send_id = s.id))
    from sends s join messages m on m.customer_id = s.customer_id and m.id = s.message_id left join journeys j on j.id = s.journey_id
    where s.customer_id = page.customer_id and s.id = page.id::uuid)`,
  present: ({ address, pointId, happened, ...row }: Row, { viewer, revealed }) => ({
    ...row,
    to: shownAddress(viewer, revealed, { channel: row.channel, address, pointId }),
    steps: stepsOf({ channel: row.channel, state: row.state, happened: happened ?? {} }),
  }),
})
