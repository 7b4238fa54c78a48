import { sql, type SQL } from 'drizzle-orm'
import { isDay, isInstant } from '@/lib/values/instants'
import { isUuid } from '@/lib/values/ids'
import type { Sort } from './schema'

/** The value that customers are ordered by, as in the index of the same order. A missing value is the lowest. */
export const KEYS: Record<Sort, SQL> = {
  activity: sql`customers.last_activity_at`,
  interaction: sql`coalesce(customers.last_interaction_at, '-infinity'::timestamptz)`,
  purchase: sql`coalesce(customers.last_purchase_on, '-infinity'::date)`,
  registered: sql`coalesce(customers.registered_on, '-infinity'::date)`,
  rating: sql`coalesce(customers.rating, -1)`,
}

/** The columns that the keys are made of. */
export const ORDERED_COLUMNS = sql.raw(
  ['last_activity_at', 'last_interaction_at', 'last_purchase_on', 'registered_on', 'rating']
    .map((name) => `customers.${name}`)
    .join(', '),
)

const TYPES: Record<Sort, 'timestamptz' | 'date' | 'int'> = {
  activity: 'timestamptz',
  interaction: 'timestamptz',
  purchase: 'date',
  registered: 'date',
  rating: 'int',
}

/** The key as the text of a cursor; an instant in UTC, with microseconds. */
export const keyText = (sort: Sort): SQL<string> =>
  TYPES[sort] === 'timestamptz'
    ? sql<string>`case when isfinite(${KEYS[sort]}) then to_char(${KEYS[sort]} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') else '-infinity' end`
    : sql<string>`(${KEYS[sort]})::text`

/** Where a page begins: after or before a customer, and how many customers come before the pages in this direction. */
export type Position = { isBackward: boolean; key: string; id: string; count: number }

const CURSOR = /^([<>])([^_]{1,40})_([0-9a-f-]{36})_(\d{1,9})$/

/** Null for an invalid cursor; the list then starts over. */
export function decodePosition(text: string | undefined, sort: Sort): Position | null {
  const [, way, key, id, count] = CURSOR.exec(text ?? '') ?? []
  if (!key || !isUuid(id) || !isKey(key, sort)) return null
  return { isBackward: way === '<', key, id, count: Number(count) }
}

export const encodePosition = ({ isBackward, key, id, count }: Position): string =>
  `${isBackward ? '<' : '>'}${key}_${id}_${count}`

function isKey(key: string, sort: Sort): boolean {
  const type = TYPES[sort]
  if (type === 'int') return /^(-1|[0-5])$/.test(key)
  return key === '-infinity' || (type === 'date' ? isDay(key) : isInstant(key))
}

type Order = { sort: Sort; isAscending: boolean; from: Position | null }

/** Whether rows are read upwards: in ascending order forwards, or in descending order backwards. */
const isUpward = ({ isAscending, from }: Order) => isAscending !== (from?.isBackward ?? false)

export function orderBy(order: Order, key: SQL = KEYS[order.sort]): SQL {
  const way = sql.raw(isUpward(order) ? 'asc' : 'desc')
  return sql`${key} ${way}, customers.id ${way}`
}

/** The condition on the customers of the page and beyond; undefined for the first page. */
export function beyond(order: Order): SQL | undefined {
  const { sort, from } = order
  if (!from) return undefined
  const way = sql.raw(isUpward(order) ? '>' : '<')
  return sql`(${KEYS[sort]}, customers.id) ${way} (${from.key}::${sql.raw(TYPES[sort])}, ${from.id}::uuid)`
}
