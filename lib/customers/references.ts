import { eq } from 'drizzle-orm'
import { stores, users } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'

type References = { storeId: string | null; registeredBy: string | null }

/** Which of the chosen store and seller do not exist, by field; null when both do. */
export async function unknownReferences(
  ctx: WriteCtx,
  { storeId, registeredBy }: References,
): Promise<Record<string, string> | null> {
  const [store] = storeId ? await ctx.db.select({ id: stores.id }).from(stores).where(eq(stores.id, storeId)) : []
  const [seller] = registeredBy
    ? await ctx.db.select({ id: users.id }).from(users).where(eq(users.id, registeredBy))
    : []
  const faults = {
    ...(storeId && !store && { storeId: 'invalid' }),
    ...(registeredBy && !seller && { registeredBy: 'invalid' }),
  }
  return Object.keys(faults).length ? faults : null
}
