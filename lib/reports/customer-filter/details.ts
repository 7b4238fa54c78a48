import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers, pipelineSubStatuses, stores, users } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import { scopedAs, scopeValues } from '@/lib/access/scope'
import type { Scope } from '@/lib/access/viewer'
import type { Ctx } from '@/lib/kernel/context'
import type { ColumnName } from './schema'

/** What the columns of the report show besides the columns of the list of customers. */
export type Details = {
  id: string
  storeName: string | null
  sellerName: string | null
  assignedName: string | null
  status: (typeof customers.$inferSelect)['pipelineStatus']
  subStatus: string | null
  rating: number | null
  registeredOn: string | null
  lastPurchaseOn: string | null
  lastInteractionAt: Date | null
  /** City and state, which an address shows in its masked form too. */
  city: string | null
}

const seller = alias(users, 'seller')
const assigned = alias(users, 'assigned')

/** The primary address, else the oldest; one of an absorbed record only if the survivor has none. */
const city = sql<string | null>`(
  select concat_ws(', ', nullif(p.address->>'city', ''), nullif(p.address->>'state', '')) from customers m join contact_points p on p.customer_id = m.id
  where (m.id = customers.id or m.survivor_id = customers.id) and p.channel = 'address' and p.retired_at is null
  order by m.id <> customers.id, p.primary_at is null, p.created_at, p.id limit 1)`

const detailsOf = preparedQuery((db, scope: Scope['kind'], withCity: 'city' | 'no-city') =>
  db
    .select({
      id: customers.id,
      storeName: stores.name,
      sellerName: seller.name,
      assignedName: assigned.name,
      status: customers.pipelineStatus,
      subStatus: pipelineSubStatuses.name,
      rating: customers.rating,
      registeredOn: customers.registeredOn,
      lastPurchaseOn: customers.lastPurchaseOn,
      lastInteractionAt: customers.lastInteractionAt,
      city: withCity === 'city' ? city : sql<string | null>`null`,
    })
    .from(customers)
    .leftJoin(pipelineSubStatuses, eq(pipelineSubStatuses.id, customers.pipelineSubStatusId))
    .leftJoin(stores, eq(stores.id, customers.storeId))
    .leftJoin(seller, eq(seller.id, customers.registeredBy))
    .leftJoin(assigned, eq(assigned.id, customers.assignedUserId))
    .where(and(sql`${customers.id} = any(${param('ids')}::uuid[])`, scopedAs(scope))),
)

/** The details of these customers within the viewer's scope, in any order. */
export const listDetails = (ctx: Ctx, ids: string[], columns: readonly ColumnName[]): Promise<Details[]> =>
  detailsOf(ctx.db, ctx.viewer.scope.kind, columns.includes('city') ? 'city' : 'no-city').execute({
    ids,
    ...scopeValues(ctx.viewer),
  })
