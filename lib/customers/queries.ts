import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { customers, stores, users } from '@/db/schema'
import { query } from '@/lib/kernel/query'
import { scopedTo } from '@/lib/access/scope'

export type Choice = { id: string; name: string }

/** Active users by name, at most 500: the choices of "seller", "assigned to" and "registered by". */
export const listAssignable = query('customers.read', (ctx): Promise<Choice[]> =>
  ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(isNull(users.deactivatedAt))
    .orderBy(asc(users.name))
    .limit(500),
)

/** The stores that a viewer's customers can belong to, by name, at most 500. */
export const listStores = query('customers.read', (ctx): Promise<Choice[]> => {
  const { scope } = ctx.viewer
  const reachable = scope.kind === 'stores' ? inArray(stores.id, scope.storeIds) : undefined
  return ctx.db
    .select({ id: stores.id, name: stores.name })
    .from(stores)
    .where(reachable)
    .orderBy(asc(stores.name))
    .limit(500)
})

/** The unmasked document for an edit form; the caller must have checked `inClear`. */
export const getDocumentNumber = query('customers.edit', async (ctx, customerId: string): Promise<string | null> => {
  const [row] = await ctx.db
    .select({ number: customers.documentNumber })
    .from(customers)
    .where(and(eq(customers.id, customerId), scopedTo(ctx.viewer)))
  return row?.number ?? null
})
