import { and, desc, isNull, sql, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/kernel/ids'
import { isInstant } from '@/lib/kernel/instants'
import { query } from '@/lib/kernel/query'
import { scopedTo, scopeName } from '@/lib/kernel/scope'
import { listed, listedColumns, type Listed } from './hits'
import { PAGE } from './search-customers'

export type ListPage = { customers: Listed[]; nextCursor: string | null; previousCursor: string | null }

const CURSOR = /^([<>])(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00)_([0-9a-f-]{36})$/

type Position = { back: boolean; at: string; id: string }

function decode(text: string | undefined): Position | null {
  const [, way, at, id] = CURSOR.exec(text ?? '') ?? []
  return at && isInstant(`${at.replace(' ', 'T')}:00`) && isUuid(id) ? { back: way === '<', at, id } : null
}

/**
 * The customers within the viewer's scope, newest activity first, 20 to a page; cursors lead both ways. Absorbed ones are left out.
 * A cursor that is none of ours starts over.
 */
export const listCustomers = query('customers.read', async (ctx: Ctx, cursor?: string): Promise<ListPage> => {
  const from = decode(cursor)
  const rows = await read(ctx, from)
  const page = rows.slice(0, PAGE)
  const more = rows.length > PAGE
  if (from?.back) page.reverse()
  const [first, last] = [page[0], page.at(-1)]
  return {
    customers: page.map(({ position: _, ...row }) => listed(ctx.viewer, row)),
    previousCursor: first && (from?.back ? more : from) ? `<${first.position}` : null,
    nextCursor: last && (from?.back || more) ? `>${last.position}` : null,
  }
})

/** Each store's newest come from its own index range; a viewer has few stores. */
async function read(ctx: Ctx, from: Position | null) {
  const { scope } = ctx.viewer
  const shape = `${from ? (from.back ? 'back' : 'on') : 'first'}_${scopeName(ctx.viewer)}`
  const ids = scope.kind === 'stores' ? newestOfStores(ctx, scope.storeIds, from) : undefined
  if (scope.kind === 'stores' && !ids) return []
  return ctx.db
    .select({
      ...listedColumns,
      position: sql<string>`(${customers.lastActivityAt} at time zone 'UTC')::text || '+00_' || ${customers.id}`,
    })
    .from(customers)
    .where(
      and(isNull(customers.survivorId), scopedTo(ctx.viewer), beyond(from), ids && sql`${customers.id} in (${ids})`),
    )
    .orderBy(...order(from))
    .limit(PAGE + 1)
    .prepare(`list_customers_${shape}`)
    .execute()
}

function newestOfStores(ctx: Ctx, storeIds: string[], from: Position | null): SQL | undefined {
  const arms = storeIds.map(
    (storeId) =>
      sql`(${ctx.db
        .select({ id: customers.id })
        .from(customers)
        .where(and(isNull(customers.survivorId), sql`${customers.storeId} = ${storeId}`, beyond(from)))
        .orderBy(...order(from))
        .limit(PAGE + 1)})`,
  )
  return arms.length ? sql.join(arms, sql` union all `) : undefined
}

const order = (from: Position | null) =>
  from?.back
    ? [sql`${customers.lastActivityAt} asc`, sql`${customers.id} asc`]
    : [desc(customers.lastActivityAt), desc(customers.id)]

function beyond(from: Position | null): SQL | undefined {
  if (!from) return undefined
  const position = sql`(${from.at}::timestamptz, ${from.id}::uuid)`
  return from.back
    ? sql`(${customers.lastActivityAt}, ${customers.id}) > ${position}`
    : sql`(${customers.lastActivityAt}, ${customers.id}) < ${position}`
}
