import { sql, type SQL } from 'drizzle-orm'
import { isIncluded } from '@/lib/customer-group/included'
import type { RankedArm } from './arms'
import type { Place } from './cursor'

export type Direction = 'older' | 'newer'

/** Which part of the stream to read: at most `limit` events from `after` on, in one direction. */
export type Stretch = {
  direction: Direction
  after: Place | null
  /** SQL instants that limit the events; `until` is excluded. */
  from?: SQL | undefined
  until?: SQL | undefined
  limit: number
}

/** Orders the stream. The customer's id orders events of two records that have the same number in their chains. */
export const orderOf = (direction: Direction): SQL =>
  sql.raw(
    ['occurred_at', 'rank', 'id collate "C"', 'customer_id']
      .map((key) => `${key} ${direction === 'older' ? 'desc' : 'asc'}`)
      .join(', '),
  )

/**
 * The events of all arms and records, as a UNION ALL with one bounded index range for each. It is not a LATERAL over the records, because a
 * distributed database refuses that with a limit.
 */
export const unionOf = (arms: readonly RankedArm[], memberIds: readonly string[], stretch: Stretch): SQL =>
  sql.join(
    memberIds.flatMap((memberId) =>
      arms.map((arm) => rangeOf(arm, memberId, stretch, memberIds.length > 1 ? includedOnly(arm) : sql``)),
    ),
    sql` union all `,
  )

function includedOnly({ table, mergePart }: RankedArm): SQL {
  if (!mergePart) return sql``
  const column = (name: string) => sql.raw(`${table}.${name}`)
  return sql` and ${isIncluded(mergePart.part, { customerId: column('customer_id'), id: column(mergePart.rowId) })}`
}

function rangeOf(
  arm: RankedArm,
  memberId: string,
  { direction, after, from, until, limit }: Stretch,
  included: SQL,
): SQL {
  const { table, occurredAt: at, recordedAt = at, id, where, rank } = arm
  const sort = direction === 'older' ? 'desc' : 'asc'
  // The key is a text, so the order below names the column with its table.
  const key = id === 'seq' ? `lpad(seq::text, 16, '0')` : 'id::text'
  return sql`(${sql.raw(
    `select customer_id, ${rank} as rank, ${key} as id, ${at} as occurred_at, ${recordedAt} as recorded_at from ${table}`,
  )} where customer_id = ${memberId}${where ? sql.raw(` and ${where}`) : sql``}${included}${after ? beyond(arm, memberId, after, direction) : sql``}${
    from ? sql` and ${sql.raw(at)} >= ${from}` : sql``
  }${until ? sql` and ${sql.raw(at)} < ${until}` : sql``} order by ${sql.raw(`${at} ${sort}, ${table}.${id} ${sort} limit ${limit}`)})`
}

/** The condition for events that follow a place, given where the arm and the record are in the order of the stream. */
function beyond(arm: RankedArm, memberId: string, place: Place, direction: Direction): SQL {
  const [strict, orEqual] = direction === 'older' ? ['<', '<='] : ['>', '>=']
  const at = sql.raw(arm.occurredAt)
  const instant = sql`('epoch'::timestamptz + ${place.micros}::bigint * interval '1 microsecond')`
  const order = arm.rank - place.arm.rank || 0
  if (order) return sql` and ${at} ${sql.raw(order < 0 === (direction === 'older') ? orEqual : strict)} ${instant}`
  const recordFollows = direction === 'older' ? memberId < place.customerId : memberId > place.customerId
  const type = sql.raw(arm.id === 'seq' ? 'bigint' : 'uuid')
  const operator = sql.raw(recordFollows ? orEqual : strict)
  return sql` and (${at}, ${sql.raw(arm.id)}) ${operator} (${instant}, ${place.id}::${type})`
}
