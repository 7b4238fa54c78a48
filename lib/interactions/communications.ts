import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import type { SEND_STATES } from '@/db/schema'
import type { Purpose } from '@/lib/contact-policy/policy'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'
import type { SendChannel } from '@/lib/sending/address'
import type { InteractionKind } from '@/lib/sending/next-state'
import { shownAddress, type ShownAddress } from '@/lib/privacy/shown-address'
import { certificateOf } from './certificate'
import { isVisible, trials } from './visibility'
import type { ViewedGroup } from '@/lib/customer-group/group'

const COMMUNICATIONS_PAGE = 25

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
  /** When the provider accepted it; until then, when it was requested. */
  sentAt: Date
  openedAt: Date | null
  clickedAt: Date | null
  certificateUrl: string | null
  test: boolean
}

type Row = Pick<
  Communication,
  'sendId' | 'name' | 'subject' | 'purpose' | 'journey' | 'channel' | 'state' | 'certificateUrl' | 'test'
> & {
  address: string
  pointId: string | null
  stateAt: string
  createdAt: string
  happened: Partial<Record<InteractionKind, string>> | null
}

/**
 * The messages sent to a customer and to the records merged into it, with whether each was opened and clicked. Newest
 * first, `limit` (25) per page. Empty when out of scope.
 */
export const listCommunications = query(
  'interactions.read',
  async (
    ctx,
    subject: ViewedGroup,
    {
      test = false,
      cursor,
      limit = COMMUNICATIONS_PAGE,
    }: { test?: boolean; cursor?: string | undefined; limit?: number } = {},
  ) => {
    const after = isUuid(cursor) ? sql` and id < ${cursor}` : sql``
    const arms = subject.memberIds.flatMap((id) =>
      trials(test).map(
        (trial) =>
          sql`(select * from sends where customer_id = ${id} and test = ${trial}${after} order by id desc limit ${limit + 1})`,
      ),
    )
    const rows = await readRows<Row>(
      ctx.db,
      sql`
      with page as (select * from (${sql.join(arms, sql` union all `)}) sent order by id desc limit ${limit + 1})
      select s.id as "sendId", m.name, m.subject, m.purpose, j.name as journey, s.channel, s.address, s.point_id as "pointId", s.state,
        s.state_at as "stateAt", s.created_at as "createdAt", s.certificate_url as "certificateUrl", s.test,
        (select json_object_agg(i.kind, i.occurred_at) from interactions i where i.customer_id = s.customer_id and i.send_id = s.id) as happened
      from page s
      join messages m on m.customer_id = s.customer_id and m.id = s.message_id
      left join journeys j on j.id = s.journey_id
      where ${isVisible(ctx, subject)}
      order by s.id desc`,
    )
    const items = rows
      .slice(0, limit)
      .map(({ address, pointId, stateAt, createdAt, happened, ...row }): Communication => ({
        ...row,
        to: shownAddress(ctx.viewer, subject.revealed, { channel: row.channel, address, pointId }),
        stateAt: new Date(stateAt),
        sentAt: new Date(happened?.sent ?? createdAt),
        openedAt: happened?.opened ? new Date(happened.opened) : null,
        clickedAt: happened?.clicked ? new Date(happened.clicked) : null,
        certificateUrl: certificateOf(row.certificateUrl),
      }))
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.sendId : null }
  },
)
