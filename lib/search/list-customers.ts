import { and, isNull, sql, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import type { Scope } from '@/lib/access/viewer'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { isInstant } from '@/lib/values/instants'
import { query } from '@/lib/kernel/query'
import { scopedAs, scopeValues } from '@/lib/access/scope'
import { listed, listedColumns, type Listed } from './hits'
import { PAGE } from './search-customers'

type ListPage = {
  customers: Listed[]
  /** How many customers come before this page, as its cursor counted them. */
  offset: number
  nextCursor: string | null
  previousCursor: string | null
}

const CURSOR = /^([<>])(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00)_([0-9a-f-]{36})_(\d{1,9})$/

type Position = {
  back: boolean
  at: string
  id: string
  /** How many customers come before the pages in this direction. */
  count: number
}

function decode(text: string | undefined): Position | null {
  const [, way, at, id, count] = CURSOR.exec(text ?? '') ?? []
  return at && isInstant(`${at.replace(' ', 'T')}:00`) && isUuid(id)
    ? { back: way === '<', at, id, count: Number(count) }
    : null
}

/**
 * The customers within the viewer's scope, newest activity first, 20 to a page, with cursors in both directions. Absorbed ones are left out.
 * An invalid cursor starts over.
 */
export const listCustomers = query('customers.read', async (ctx: Ctx, cursor?: string): Promise<ListPage> => {
  const from = decode(cursor)
  const rows = await read(ctx, from)
  const page = rows.slice(0, PAGE)
  const more = rows.length > PAGE
  if (from?.back) page.reverse()
  const [first, last] = [page[0], page.at(-1)]
  const offset = Math.max(0, (from?.count ?? 0) - (from?.back ? page.length : 0))
  return {
    customers: page.map(({ position: _, ...row }) => listed(ctx.viewer, row)),
    offset,
    previousCursor: first && (from?.back ? more : from) ? `<${first.position}_${offset}` : null,
    nextCursor: last && (from?.back || more) ? `>${last.position}_${offset + page.length}` : null,
  }
})

async function read({ db, viewer }: Ctx, from: Position | null) {
  const turn = !from ? 'first' : from.back ? 'back' : 'on'
  return newest(db, viewer.scope.kind, turn).execute({ at: from?.at, id: from?.id, ...scopeValues(viewer) })
}

type Turn = 'first' | 'on' | 'back'

const newest = preparedQuery((db, scope: Scope['kind'], turn: Turn) =>
  db
    .select({
      ...listedColumns,
      position: sql<string>`(${customers.lastActivityAt} at time zone 'UTC')::text || '+00_' || ${customers.id}`,
    })
    .from(customers)
    .where(
      scope === 'stores'
        ? sql`${customers.id} in ${newestOfStores(turn)}`
        : and(isNull(customers.survivorId), scopedAs(scope), beyond(turn, sql`customers`)),
    )
    .orderBy(...order(turn, sql`customers`))
    .limit(PAGE + 1),
)

/** Reads the newest customers of each store from its own index range; a viewer has few stores. */
const newestOfStores = (
  turn: Turn,
) => sql`(select newest.id from unnest(${param('storeIds')}::uuid[]) mine (store_id) cross join lateral (
  select c.id from customers c where ${and(sql`c.survivor_id is null`, sql`c.store_id = mine.store_id`, beyond(turn, sql`c`))}
  order by ${sql.join(order(turn, sql`c`), sql`, `)} limit ${sql.raw(String(PAGE + 1))}) newest)`

const order = (turn: Turn, table: SQL) => {
  const way = sql.raw(turn === 'back' ? 'asc' : 'desc')
  return [sql`${table}.last_activity_at ${way}`, sql`${table}.id ${way}`]
}

const beyond = (turn: Turn, table: SQL): SQL | undefined =>
  turn === 'first'
    ? undefined
    : sql`(${table}.last_activity_at, ${table}.id) ${sql.raw(turn === 'back' ? '>' : '<')} (${param('at')}::timestamptz, ${param('id')}::uuid)`
