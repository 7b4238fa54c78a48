import type { Ctx, WriteCtx } from '@/lib/kernel/context'
import { recordOutOfScope } from '@/lib/kernel/denied'
import { getProfile } from './header'

/** Calls `getProfile` for a page, and records an attempt to open a customer out of scope. `primary` returns the context for that record. */
export async function openProfile(ctx: Ctx, primary: () => Promise<WriteCtx>, customerId: string | undefined) {
  const found = await getProfile(ctx, customerId)
  if (!found) await recordOutOfScope(await primary(), { wanted: 'customers.read' }, { customerId })
  return found
}
