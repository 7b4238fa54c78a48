import { requirePrimary } from '@/lib/http/page'
import type { Ctx } from '@/lib/kernel/context'
import type { PairIds } from '@/lib/duplicates/policy'
import type { Profile } from '@/lib/profile/header'
import { openProfile } from '@/lib/profile/open'

export type BothCustomers = [Profile, Profile]

/** The profiles of both customers; null when one of them was absorbed or removed since the pair was read. */
export async function openBoth(ctx: Ctx, { customerId, otherId }: PairIds): Promise<BothCustomers | null> {
  const [one, other] = await Promise.all([customerId, otherId].map((id) => openProfile(ctx, requirePrimary, id)))
  return one && other && !('moved' in one) && !('moved' in other) ? [one, other] : null
}
