import { sql, type SQL } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { SEND_CHANNELS } from '@/db/schema'
import { query } from '@/lib/kernel/query'
import type { SendChannel } from '@/lib/sending/address'
import type { InteractionKind } from '@/lib/sending/next-state'
import { shownAddress, type ShownAddress } from '@/lib/privacy/shown-address'
import { readCursor, toCursor, type Place } from './cursor'
import { within, type InteractionFilter } from './filter'
import { isVisible, trials } from './visibility'
import { includedIn } from '@/lib/customer-group/included'
import type { ViewedGroup } from '@/lib/customer-group/group'

const INTERACTIONS_PAGE = 25

export type Interaction = {
  sendId: string
  kind: InteractionKind
  at: Date
  channel: SendChannel
  /** Of the message. */
  name: string
  journey: { id: string; name: string; step: number | null } | null
  to: ShownAddress
  rawCode: string | null
  test: boolean
}

type Row = Omit<Interaction, 'at' | 'to' | 'journey'> & {
  micros: string
  address: string
  pointId: string | null
  journeyId: string | null
  journeyName: string | null
  step: number | null
}

type Page = { filter: InteractionFilter; cursor?: string | undefined; limit?: number }

/**
 * The interactions of a customer and of the records merged into it. Newest first, `limit` (25) per page. Any
 * combination of filters reads one range of an index per record. Empty when the customer is out of scope.
 */
export const listInteractions = query(
  'interactions.read',
  async (ctx, subject: ViewedGroup, { filter, cursor, limit = INTERACTIONS_PAGE }: Page) => {
    const arms = armsOf(subject, filter, readCursor(cursor), limit + 1)
    const rows = await readRows<Row>(
      ctx.db,
      sql`
    with page as (
      select * from (${sql.join(arms, sql` union all `)}) happened
      order by occurred_at desc, send_id desc, kind desc limit ${limit + 1})
    select p.send_id as "sendId", p.kind, (extract(epoch from p.occurred_at) * 1000000)::bigint::text as micros, p.channel, p.raw_code as "rawCode",
      p.test, m.name, m.step, s.address, s.point_id as "pointId", j.id as "journeyId", j.name as "journeyName"
    from page p
    join sends s on s.customer_id = p.customer_id and s.id = p.send_id
    join messages m on m.customer_id = s.customer_id and m.id = s.message_id
    left join journeys j on j.id = p.journey_id
    where ${isVisible(ctx, subject)}
    order by p.occurred_at desc, p.send_id desc, p.kind desc`,
    )
    const items = rows
      .slice(0, limit)
      .map(({ micros, address, pointId, journeyId, journeyName, step, ...row }): Interaction => ({
        ...row,
        at: new Date(Number(micros) / 1000),
        journey: journeyId ? { id: journeyId, name: journeyName!, step } : null,
        to: shownAddress(ctx.viewer, subject.revealed, { channel: row.channel, address, pointId }),
      }))
    return { items, nextCursor: rows.length > limit ? toCursor(rows[limit - 1]!) : null }
  },
)

/** One bounded range per record, and where the index requires it per channel and for test sends. */
function armsOf(group: ViewedGroup, filter: InteractionFilter, after: Place | null, limit: number): SQL[] {
  const { channel, journey } = filter
  const channels = channel ? [channel] : journey ? SEND_CHANNELS : [undefined]
  const included = includedIn(group, 'messages', {
    customerId: sql`interactions.customer_id`,
    id: sql`interactions.send_id`,
  })
  const rest = sql`${included ? sql` and ${included}` : sql``}${journey ? sql` and journey_id = ${journey}` : sql``}${within(filter)}${after ? before(after) : sql``}`
  return group.memberIds.flatMap((id) =>
    trials(filter.test).flatMap((test) =>
      channels.map(
        (
          one,
        ) => sql`(select customer_id, send_id, kind, channel, journey_id, test, occurred_at, raw_code from interactions
          where customer_id = ${id} and test = ${test}${one ? sql` and channel = ${one}` : sql``}${rest}
          order by occurred_at desc, send_id desc, kind desc limit ${limit})`,
      ),
    ),
  )
}

const before = ({ micros, sendId, kind }: Place) =>
  sql` and (occurred_at, send_id, kind) < ('epoch'::timestamptz + ${micros}::bigint * interval '1 microsecond', ${sendId}::uuid, ${kind})`
