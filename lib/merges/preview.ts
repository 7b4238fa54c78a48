import type { Means, Purpose } from '@/lib/contact-policy/policy'
import { listPreferences } from '@/lib/consents/queries'
import type { MergePart } from '@/lib/customer-group/included'
import type { ViewedGroup } from '@/lib/customer-group/group'
import type { Ctx } from '@/lib/kernel/context'
import { CONTRIBUTIONS, OPTIONAL_PARTS } from './contributions'

/** A preference that the merge makes stricter: the entry of the absorbed record that decides from then on. */
export type StricterPreference = { preference: Means; purpose: Purpose; record: string; at: Date }

/** How many rows the absorbed customer has in each part that the viewer may see and may leave out. */
export async function countParts(ctx: Ctx, { memberIds }: ViewedGroup): Promise<{ part: MergePart; count: number }[]> {
  const seen = OPTIONAL_PARTS.filter((part) => ctx.viewer.can(CONTRIBUTIONS[part].permission))
  return Promise.all(seen.map(async (part) => ({ part, count: await CONTRIBUTIONS[part].count(ctx, memberIds) })))
}

/** The preferences of the survivor that the absorbed customer's refusals change. */
export async function listStricterPreferences(
  ctx: Ctx,
  kept: ViewedGroup,
  other: ViewedGroup & { name: string },
): Promise<StricterPreference[]> {
  if (!ctx.viewer.can('consents.read')) return []
  const [own, theirs] = await Promise.all([listPreferences(ctx, kept), listPreferences(ctx, other)])
  return theirs
    .filter(({ action }) => action === 'cancelled')
    .filter(
      ({ preference, purpose }) =>
        !own.some(
          (entry) => entry.preference === preference && entry.purpose === purpose && entry.action === 'cancelled',
        ),
    )
    .map(({ preference, purpose, at, from }) => ({ preference, purpose, at, record: from ?? other.name }))
}
