import type { Ctx, WriteCtx } from '@/lib/kernel/context'
import { recordOutOfScope } from '@/lib/kernel/denied'
import { getProfile } from './header'

/** `getProfile` for a person who opened its page: an attempt on a customer out of scope is recorded, with the context that `primary` returns. */
export async function openProfile(ctx: Ctx, primary: () => Promise<WriteCtx>, customerId: string | undefined) {
  const found = await getProfile(ctx, customerId)
  if (!found) await recordOutOfScope(await primary(), { wanted: 'customers.read' }, { customerId })
  return found
}
