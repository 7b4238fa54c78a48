import { asc, inArray } from 'drizzle-orm'
import { stores } from '@/db/schema'
import { query } from '@/lib/kernel/query'

const STORES_MAX = 500

/** The stores in which the viewer can record a purchase, by name, at most 500. */
export const listPurchaseStores = query('purchases.edit', ({ db, viewer: { scope } }) =>
  db
    .select({ id: stores.id, name: stores.name })
    .from(stores)
    .where(scope.kind === 'stores' ? inArray(stores.id, scope.storeIds) : undefined)
    .orderBy(asc(stores.name))
    .limit(STORES_MAX),
)
