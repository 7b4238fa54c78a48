import { sql, type SQL } from 'drizzle-orm'
import { daysBefore } from '@/lib/values/days'
import { KEYS } from './order'
import { NONE, type CustomerFilter, type Sort } from './schema'

const NEVER = sql`'-infinity'`

/** The conditions on columns of the customer itself. Each is written as its index is. */
export function ownConditions(filter: CustomerFilter, now: Date): SQL[] {
  const { store, seller, assigned, status, subStatus } = filter
  return [
    store ? sql`customers.store_id = ${store}` : undefined,
    seller ? sql`customers.registered_by = ${seller}` : undefined,
    assigned === NONE ? sql`customers.assigned_user_id is null` : undefined,
    assigned && assigned !== NONE ? sql`customers.assigned_user_id = ${assigned}` : undefined,
    status ? sql`customers.pipeline_status = ${status}` : undefined,
    subStatus ? sql`customers.pipeline_sub_status_id = ${subStatus}` : undefined,
    ...Object.values(keyConditions(filter, now)).flat(),
  ].filter((condition) => condition !== undefined)
}

/** The conditions on the value that an order has, by the order: a walk in that order begins and ends with them. */
export function keyConditions(filter: CustomerFilter, now: Date): Partial<Record<Sort, SQL[]>> {
  const { rating, quietDays } = filter
  const quietSince = quietDays && daysBefore(now, quietDays).toISOString()
  return {
    rating: rating ? [sql`${KEYS.rating} = ${rating === NONE ? -1 : Number(rating)}`] : [],
    registered: period(KEYS.registered, filter.registeredFrom, filter.registeredTo),
    purchase: period(KEYS.purchase, filter.purchaseFrom, filter.purchaseTo),
    interaction: quietSince ? [sql`${KEYS.interaction} < ${quietSince}::timestamptz`] : [],
  }
}

/** Both days are included. A customer without a day is in no period. */
function period(key: SQL, from: string | undefined, to: string | undefined): SQL[] {
  if (!from && !to) return []
  const since = sql`${key} ${from ? sql`>= ${from}` : sql`> ${NEVER}`}`
  return to ? [since, sql`${key} <= ${to}`] : [since]
}
