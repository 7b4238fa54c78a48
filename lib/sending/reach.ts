import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { consents, contactPoints, suppressions } from '@/db/schema'
import type { Purpose, RecordedPreference } from '@/lib/contact-policy/policy'
import { liveValues, strictestConsent } from '@/lib/customer-group/merged-points'
import type { WriteCtx } from '@/lib/kernel/context'
import { groupIds } from '@/lib/customer-group/scope'
import { addressHash, type SendChannel } from './address'

/** The contact point channel each way of sending goes to. */
export const POINT_CHANNEL = { email: 'email', sms: 'mobile', whatsapp: 'whatsapp' } as const satisfies Record<
  SendChannel,
  string
>

type WithDb = Pick<WriteCtx, 'db'>

/** Where a channel can reach a customer, over the records merged into it; `ids` are all the points that say the same. */
export type ReachablePoint = {
  id: string
  ids: string[]
  address: string
  label: string | null
  primary: boolean
  blockedAt: Date | null
}

/**
 * The live points of a channel, the primary first; `at` finds the point of an address, also a removed one whose bell is off, of which
 * `hasSilenced` says whether there are any.
 */
export async function reachBy(ctx: WithDb, customerId: string, channel: SendChannel) {
  const points = await ctx.db
    .select()
    .from(contactPoints)
    .where(
      and(inArray(contactPoints.customerId, groupIds(customerId)), eq(contactPoints.channel, POINT_CHANNEL[channel])),
    )
    .orderBy(sql`${contactPoints.primaryAt} is null`, desc(contactPoints.createdAt), desc(contactPoints.id))
  const live = liveValues(points, customerId).map(({ point, duplicates: twins, blocked, primary }): ReachablePoint => ({
    id: point.id,
    ids: twins.map(({ id }) => id),
    address: point.normalized,
    label: point.label,
    primary,
    blockedAt: blocked?.blockedAt ?? null,
  }))
  // Typing the address of a point that was removed while its bell was off must not get around the bell.
  const silenced = points.filter((p) => p.blockedAt && p.retiredAt)
  const at = (address: string) =>
    live.find((p) => p.address === address) ?? silenced.find((p) => p.normalized === address) ?? null
  return { points: live, at, hasSilenced: silenced.length > 0 }
}

/** What the customer said of a channel and purpose last, the strictest of what its records hold. */
export async function preferenceFor(
  ctx: WithDb,
  customerId: string,
  channel: SendChannel,
  purpose: Purpose,
): Promise<RecordedPreference | undefined> {
  const last = await ctx.db
    .selectDistinctOn([consents.customerId], {
      preference: consents.preference,
      purpose: consents.purpose,
      action: consents.action,
      at: consents.at,
    })
    .from(consents)
    .where(
      and(
        inArray(consents.customerId, groupIds(customerId)),
        eq(consents.preference, channel),
        eq(consents.purpose, purpose),
      ),
    )
    .orderBy(consents.customerId, desc(consents.id))
  return strictestConsent(last)
}

/** Why nothing more goes to an address, whoever it belongs to. */
export const suppressionsOf = (ctx: WithDb, channel: SendChannel, address: string) =>
  ctx.db
    .select({ purpose: suppressions.purpose, reason: suppressions.reason, at: suppressions.at })
    .from(suppressions)
    .where(and(eq(suppressions.channel, channel), eq(suppressions.addressHash, addressHash(address))))
    .orderBy(suppressions.purpose)
