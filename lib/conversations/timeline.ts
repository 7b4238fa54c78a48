import { sql } from 'drizzle-orm'
import { CONVERSATION_CHANNELS } from '@/db/schema'
import { timelineContribution } from '@/lib/contributions/timeline'
import type { ConversationChannel } from './inbound-event'
import { shownFrom } from './shown-from'

type Row = {
  channel: ConversationChannel
  address: string | null
  pointId: string | null
  subject: string | null
  /** The beginning of the first message. */
  beginning: string | null
  messageCount: number
  closed: boolean
}

const BEGINNING_LENGTH = 160

/** Each conversation when it was opened. */
export const conversationsOnTimeline = timelineContribution({
  permission: 'conversations.read',
  arms: CONVERSATION_CHANNELS.map((channel) => ({
    event: channel,
    table: 'conversations',
    occurredAt: 'opened_at',
    recordedAt: 'created_at',
    id: 'id',
    where: `channel = '${channel}'`,
    channel,
  })),
  detail: sql`(select json_build_object('channel', c.channel, 'address', c.address, 'pointId', c.point_id, 'subject', c.subject,
    'beginning', (select left(m.body, ${sql.raw(String(BEGINNING_LENGTH))}) from conversation_messages m
      where m.customer_id = c.customer_id and m.conversation_id = c.id order by m.occurred_at, m.number limit 1),
    'messageCount', c.message_count, 'closed', c.closed_at is not null)
    from conversations c where c.customer_id = page.customer_id and c.id = page.id::uuid)`,
  present: ({ address, pointId, ...row }: Row, { viewer, revealed }) => ({
    ...row,
    from: shownFrom(viewer, revealed, { channel: row.channel, address, pointId }),
  }),
})
