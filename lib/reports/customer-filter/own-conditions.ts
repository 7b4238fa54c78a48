import { sql, type SQL } from 'drizzle-orm'
import { daysBefore } from '@/lib/values/days'
import { KEYS } from './order'
import { NONE, type CustomerFilter } from './schema'

const NEVER = sql`'-infinity'`

/** The conditions on columns of the customer itself. Each is written as its index is. */
export function ownConditions(filter: CustomerFilter, now: Date): SQL[] {
  const { store, seller, assigned, rating, quietDays } = filter
  return [
    store && sql`customers.store_id = ${store}`,
    seller && sql`customers.registered_by = ${seller}`,
    assigned &&
      (assigned === NONE ? sql`customers.assigned_user_id is null` : sql`customers.assigned_user_id = ${assigned}`),
    rating && sql`${KEYS.rating} = ${rating === NONE ? -1 : Number(rating)}`,
    ...period(KEYS.registered, filter.registeredFrom, filter.registeredTo),
    ...period(KEYS.purchase, filter.purchaseFrom, filter.purchaseTo),
    quietDays && sql`${KEYS.interaction} < ${daysBefore(now, quietDays).toISOString()}::timestamptz`,
  ].filter((condition) => condition instanceof Object)
}

/** Both days are included. A customer without a day is in no period. */
const period = (key: SQL, from: string | undefined, to: string | undefined): (SQL | undefined)[] => [
  from || to ? sql`${key} ${from ? sql`>= ${from}` : sql`> ${NEVER}`}` : undefined,
  to ? sql`${key} <= ${to}` : undefined,
]
