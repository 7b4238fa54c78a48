import { sql, type SQL } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { SEND_CHANNELS, type SEND_STATES } from '@/db/schema'
import type { Purpose } from '@/lib/contact-policy/policy'
import { query } from '@/lib/kernel/query'
import type { SendChannel } from '@/lib/sending/address'
import { stepsOf, type Happened, type Step } from '@/lib/sending/steps'
import { shownAddress, type ShownAddress } from '@/lib/privacy/shown-address'
import { certificateOf } from './certificate'
import { readSendCursor, toSendCursor, type SendPlace } from './cursor'
import { within, type InteractionFilter } from './filter'
import { isVisible } from './visibility'
import { includedIn } from '@/lib/customer-group/included'
import type { ViewedGroup } from '@/lib/customer-group/group'

const COMMUNICATIONS_PAGE = 25

/** A message with its four steps. */
export type Communication = {
  sendId: string
  name: string
  subject: string | null
  purpose: Purpose
  journey: string | null
  channel: SendChannel
  to: ShownAddress
  state: (typeof SEND_STATES)[number]
  stateAt: Date
  createdAt: Date
  steps: Step[]
  certificateUrl: string | null
  test: boolean
}

type Row = Omit<Communication, 'to' | 'stateAt' | 'createdAt' | 'steps'> & {
  address: string
  pointId: string | null
  stateAt: string
  micros: string
  happened: Happened | null
}

type Page = {
  filter?: Pick<InteractionFilter, 'channel' | 'from' | 'to' | 'test'>
  cursor?: string | undefined
  limit?: number
}

/**
 * The messages sent to a customer and to the records merged into it, each with its delivery steps (N5, N11). Newest first, `limit` (25) per
 * page. Empty when out of scope. `order by i.provider`: see `lib/interactions/timeline.ts`.
 */
export const listCommunications = query(
  'interactions.read',
  async (ctx, subject: ViewedGroup, { filter = { test: false }, cursor, limit = COMMUNICATIONS_PAGE }: Page = {}) => {
    const arms = armsOf(subject, filter, readSendCursor(cursor), limit + 1)
    const rows = await readRows<Row>(
      ctx.db,
      sql`
      with page as (select * from (${sql.join(arms, sql` union all `)}) sent order by created_at desc, id desc limit ${limit + 1})
      select s.id as "sendId", m.name, m.subject, m.purpose, j.name as journey, s.channel, s.address, s.point_id as "pointId", s.state,
        s.state_at as "stateAt", (extract(epoch from s.created_at) * 1000000)::bigint::text as micros, s.certificate_url as "certificateUrl",
        s.test,
        (select json_object_agg(i.kind, i.occurred_at order by i.provider) from interactions i
          where i.customer_id = s.customer_id and i.send_id = s.id) as happened
      from page s
      join messages m on m.customer_id = s.customer_id and m.id = s.message_id
      left join journeys j on j.id = s.journey_id
      where ${isVisible(ctx, subject)}
      order by s.created_at desc, s.id desc`,
    )
    const items = rows
      .slice(0, limit)
      .map(({ address, pointId, stateAt, micros, happened, ...row }): Communication => ({
        ...row,
        to: shownAddress(ctx.viewer, subject.revealed, { channel: row.channel, address, pointId }),
        stateAt: new Date(stateAt),
        createdAt: new Date(Number(micros) / 1000),
        steps: stepsOf({ channel: row.channel, state: row.state, happened: happened ?? {} }),
        certificateUrl: certificateOf(row.certificateUrl),
      }))
    return { items, nextCursor: rows.length > limit ? toSendCursor(rows[limit - 1]!) : null }
  },
)

/**
 * One range of the index `sends_timeline` for each channel of each record. It has no test sends: a person sends each of these, so they are
 * few, and are sorted when they are read.
 */
function armsOf(
  group: ViewedGroup,
  { channel, test, ...days }: NonNullable<Page['filter']>,
  after: SendPlace | null,
  limit: number,
): SQL[] {
  const included = includedIn(group, 'messages', { customerId: sql`sends.customer_id`, id: sql`sends.id` })
  const rest = sql`${included ? sql` and ${included}` : sql``}${within(days, 'created_at')}${after ? before(after) : sql``} order by created_at desc, id desc limit ${limit}`
  const channels = channel ? [channel] : SEND_CHANNELS
  return group.memberIds.flatMap((id) => [
    ...channels.map(
      (one) => sql`(select * from sends where customer_id = ${id} and not test and channel = ${one}${rest})`,
    ),
    ...(test
      ? [
          sql`(select * from sends where customer_id = ${id} and test${channel ? sql` and channel = ${channel}` : sql``}${rest})`,
        ]
      : []),
  ])
}

const before = ({ micros, sendId }: SendPlace) =>
  sql` and (created_at, id) < ('epoch'::timestamptz + ${micros}::bigint * interval '1 microsecond', ${sendId}::uuid)`
