import { asc, inArray, isNull } from 'drizzle-orm'
import { stores, users } from '@/db/schema'
import { query } from '@/lib/kernel/query'

const CHOICES_MAX = 500

/** The stores that the viewer's customers can belong to, by name, at most 500. */
export const listStoreChoices = query('customers.read', (ctx) =>
  ctx.db
    .select({ id: stores.id, name: stores.name })
    .from(stores)
    .where(ctx.viewer.scope.kind === 'stores' ? inArray(stores.id, ctx.viewer.scope.storeIds) : undefined)
    .orderBy(asc(stores.name))
    .limit(CHOICES_MAX),
)

/** The active users, as sellers and assigned users, by name, at most 500. */
export const listUserChoices = query('customers.read', (ctx) =>
  ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(isNull(users.deactivatedAt))
    .orderBy(asc(users.name))
    .limit(CHOICES_MAX),
)
