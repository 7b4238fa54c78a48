import { sql, type SQL } from 'drizzle-orm'
import { readRows } from '@/db/read'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { survivorInScope } from '@/lib/customer-group/scope'
import { startOfDay } from '@/lib/kernel/company-days'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { armsFor, type RankedArm } from './arms'
import { CONTRIBUTIONS, TIMELINE_KINDS, type TimelineKind } from './contributions'
import { readCursor, toCursor, type Place } from './cursor'
import type { TimelineFilter } from './filter'
import { startOfNextMonth, type Month } from './months'
import { orderOf, unionOf, type Direction, type Stretch } from './stream'

export const TIMELINE_PAGE = 25

type Presented<K extends TimelineKind> = ReturnType<(typeof CONTRIBUTIONS)[K]['present']>

type EventOf<K extends TimelineKind> = {
  kind: K
  event: string
  id: string
  customerId: string
  occurredAt: Date
  recordedAt: Date
  detail: Presented<K>
}

/** One event of the timeline. `detail` has the shape of its kind. */
export type TimelineEvent = { [K in TimelineKind]: EventOf<K> }[TimelineKind]

type Row = {
  customerId: string
  kind: TimelineKind
  event: string
  id: string
  micros: string
  recordedMicros: string
  detail: unknown
}

export type TimelinePage = {
  filter?: TimelineFilter
  /** Continues with older events after this cursor. */
  before?: string | undefined
  /** Continues with newer events after this cursor. */
  after?: string | undefined
  /** Starts with the last event of this month, if there is no cursor. */
  month?: Month | null
  limit?: number
}

/**
 * A page of everything that happened with a customer and the records merged into it, newest first, `limit` (25) events (N10). Kinds that
 * the viewer may not see are not read. A malformed cursor starts over. Empty when the customer is out of scope. `newer` and `older` are
 * the cursors of the neighbouring pages. A page of newer events may be empty.
 */
export const listTimeline = query(
  'customers.read',
  async (ctx, group: ViewedGroup, { filter = {}, before, after, month, limit = TIMELINE_PAGE }: TimelinePage = {}) => {
    const [older, newer] = [readCursor(before), readCursor(after)]
    const direction: Direction = newer && !older ? 'newer' : 'older'
    const place = older ?? newer
    const rows = await readPage(ctx, group, filter, {
      direction,
      after: place,
      until: !place && month ? startOfNextMonth(month) : undefined,
      limit: limit + 1,
    })
    const page = rows.slice(0, limit)
    if (direction === 'newer') page.reverse()
    const [first, last] = [page[0], page.at(-1)]
    const more = rows.length > limit
    return {
      events: page.map((row) => toEvent(ctx, group, row)),
      newer: first && (direction === 'newer' ? more : (place ?? month)) ? toCursor(first) : null,
      older: last && (direction === 'newer' || more) ? toCursor(last) : null,
    }
  },
)

async function readPage(
  ctx: Ctx,
  group: ViewedGroup,
  filter: TimelineFilter,
  { until, ...stretch }: Stretch & { after: Place | null },
): Promise<Row[]> {
  const arms = armsFor(ctx.viewer, filter)
  if (!arms.length) return []
  const to = filter.to ? startOfDay(sql`${filter.to}::date + 1`) : undefined
  const range: Stretch = {
    ...stretch,
    from: filter.from ? startOfDay(sql`${filter.from}::date`) : undefined,
    until: until && to ? sql`least(${until}, ${to})` : (until ?? to),
  }
  const order = orderOf(range.direction)
  return readRows<Row>(
    ctx.db,
    sql`with merged as (select * from (${unionOf(arms, group.memberIds, range)}) arm order by ${order} limit ${sql.raw(String(range.limit))}),
    page as (select merged.*, ${nameOf(arms, 'kind')} as kind, ${nameOf(arms, 'event')} as event from merged)
    select customer_id as "customerId", kind, event, id, ${microsOf('occurred_at')} as micros, ${microsOf('recorded_at')} as "recordedMicros",
      ${detailOf(arms)} as detail
    from page where ${survivorInScope(ctx.viewer, group.survivorId) ?? sql`true`} order by ${order}`,
  )
}

const microsOf = (column: string): SQL => sql.raw(`(extract(epoch from ${column}) * 1000000)::bigint::text`)

const nameOf = (arms: readonly RankedArm[], key: 'kind' | 'event'): SQL =>
  sql.raw(`case rank ${arms.map((arm) => `when ${arm.rank} then '${arm[key]}'`).join(' ')} end`)

const detailOf = (arms: readonly RankedArm[]): SQL => {
  const kinds = TIMELINE_KINDS.filter((kind) => arms.some((arm) => arm.kind === kind))
  return sql`case kind ${sql.join(
    kinds.map((kind) => sql`${sql.raw(`when '${kind}' then `)}${CONTRIBUTIONS[kind].detail}`),
    sql` `,
  )} end`
}

function toEvent({ viewer, now }: Ctx, { revealed }: ViewedGroup, row: Row): TimelineEvent {
  const { micros, recordedMicros, detail, ...rest } = row
  // The row's own contribution wrote this JSON, in the statement above.
  const present = CONTRIBUTIONS[row.kind].present as (detail: unknown, seen: object) => TimelineEvent['detail']
  return {
    ...rest,
    occurredAt: new Date(Number(micros) / 1000),
    recordedAt: new Date(Number(recordedMicros) / 1000),
    detail: present(detail, { viewer, revealed, now }),
  } as TimelineEvent
}
