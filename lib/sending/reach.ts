import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { consents, contactPoints, suppressions } from '@/db/schema'
import type { Purpose, RecordedPreference } from '@/lib/contactability/policy'
import type { Ctx } from '@/lib/kernel/context'
import { addressHash, type SendChannel } from './address'

/** The contact point channel each way of sending goes to. */
export const POINT_CHANNEL = { email: 'email', sms: 'mobile', whatsapp: 'whatsapp' } as const satisfies Record<SendChannel, string>

/** The live points a channel can reach, the primary first; at most 200. */
export const pointsFor = (ctx: Ctx, customerId: string, channel: SendChannel) =>
  ctx.db
    .select({
      id: contactPoints.id,
      address: contactPoints.normalized,
      label: contactPoints.label,
      primaryAt: contactPoints.primaryAt,
      blockedAt: contactPoints.blockedAt,
    })
    .from(contactPoints)
    .where(and(eq(contactPoints.customerId, customerId), eq(contactPoints.channel, POINT_CHANNEL[channel]), isNull(contactPoints.retiredAt)))
    .orderBy(sql`${contactPoints.primaryAt} is null`, desc(contactPoints.createdAt), desc(contactPoints.id))
    .limit(200)

/** A point of that address that was removed while its bell was off: typing it again must not get around the bell. */
export async function removedWhileBlocked(ctx: Ctx, customerId: string, channel: SendChannel, address: string) {
  const p = contactPoints
  const [row] = await ctx.db
    .select({ id: p.id, blockedAt: p.blockedAt })
    .from(p)
    .where(and(eq(p.customerId, customerId), eq(p.channel, POINT_CHANNEL[channel]), eq(p.normalized, address), isNotNull(p.retiredAt), isNotNull(p.blockedAt)))
    .limit(1)
  return row ?? null
}

/** What the customer said of a channel and purpose last. */
export async function preferenceFor(ctx: Ctx, customerId: string, channel: SendChannel, purpose: Purpose): Promise<RecordedPreference | undefined> {
  const [row] = await ctx.db
    .select({ preference: consents.preference, purpose: consents.purpose, action: consents.action, at: consents.at })
    .from(consents)
    .where(and(eq(consents.customerId, customerId), eq(consents.preference, channel), eq(consents.purpose, purpose)))
    .orderBy(desc(consents.id))
    .limit(1)
  return row
}

/** Why nothing more goes to an address, whoever it belongs to. */
export const suppressionsOf = (ctx: Ctx, channel: SendChannel, address: string) =>
  ctx.db
    .select({ purpose: suppressions.purpose, reason: suppressions.reason, at: suppressions.at })
    .from(suppressions)
    .where(and(eq(suppressions.channel, channel), eq(suppressions.addressHash, addressHash(address))))
    .orderBy(suppressions.purpose)
