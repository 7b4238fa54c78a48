import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { consents, contactPoints, suppressions } from '@/db/schema'
import type { Purpose, RecordedPreference } from '@/lib/contact-policy/policy'
import { isIncluded } from '@/lib/customer-group/included'
import { liveValues, strictestConsent } from '@/lib/customer-group/merged-points'
import type { WriteCtx } from '@/lib/kernel/context'
import { groupIds } from '@/lib/customer-group/scope'
import { addressHash, type SendChannel } from './address'

/** The channel of the contact points that each send channel uses. */
export const POINT_CHANNEL = { email: 'email', sms: 'mobile', whatsapp: 'whatsapp' } as const satisfies Record<
  SendChannel,
  string
>

type WithDb = Pick<WriteCtx, 'db'>

/** A contact point of the customer or a merged record. `ids`: all points with the same value, this one included. */
export type ReachablePoint = {
  id: string
  ids: string[]
  address: string
  label: string | null
  primary: boolean
  blockedAt: Date | null
}

/**
 * Returns the contact points of a channel that are not removed, the primary first. `at` finds the point with an address; it also finds
 * points that were removed while blocked. `hasSilenced`: there are such removed points.
 */
export async function reachBy(ctx: WithDb, customerId: string, channel: SendChannel) {
  const points = await ctx.db
    .select({ ...getTableColumns(contactPoints), excluded: sql<boolean>`not ${isIncluded('contacts', contactPoints)}` })
    .from(contactPoints)
    .where(
      and(inArray(contactPoints.customerId, groupIds(customerId)), eq(contactPoints.channel, POINT_CHANNEL[channel])),
    )
    .orderBy(sql`${contactPoints.primaryAt} is null`, desc(contactPoints.createdAt), desc(contactPoints.id))
  const live = liveValues(points, customerId).map(({ point, duplicates, blocked, primary }): ReachablePoint => ({
    id: point.id,
    ids: duplicates.map(({ id }) => id),
    address: point.normalized,
    label: point.label,
    primary,
    blockedAt: blocked?.blockedAt ?? null,
  }))
  // Removing a blocked point does not lift its block: its address cannot be typed instead.
  const silenced = points.filter((p) => p.blockedAt && p.retiredAt)
  const at = (address: string) =>
    live.find((p) => p.address === address) ?? silenced.find((p) => p.normalized === address) ?? null
  return { points: live, at, hasSilenced: silenced.length > 0 }
}

/** Returns the recorded preference for a channel and purpose: the strictest of the newest ones of all merged records, or undefined. */
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

/** Returns the suppressions of an address, for all customers who have it. */
export const suppressionsOf = (ctx: WithDb, channel: SendChannel, address: string) =>
  ctx.db
    .select({ purpose: suppressions.purpose, reason: suppressions.reason, at: suppressions.at })
    .from(suppressions)
    .where(and(eq(suppressions.channel, channel), eq(suppressions.addressHash, addressHash(address))))
    .orderBy(suppressions.purpose)
