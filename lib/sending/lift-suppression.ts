import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { contactPoints, suppressions } from '@/db/schema'
import { CONSENT_SOURCES } from '@/lib/consents/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { groupIds } from '@/lib/customer-group/scope'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { notFound, refused } from '@/lib/kernel/result'
import { requiredText, uuid } from '@/lib/values/fields'
import { addressHash } from './address'
import { SEND_CHANNELS } from './channels'
import { POINT_CHANNEL } from './reach'

const input = z.strictObject({
  customerId: uuid,
  pointId: uuid,
  reason: requiredText(300),
  source: z.enum(CONSENT_SOURCES, { error: 'required' }),
})

/** Suppressions that a person's later acceptance does not lift. */
const BY_PROVIDER = ['bounced', 'complained'] as const

/**
 * Allows messages again to the address of a contact point that bounced or complained, for all customers who have it. The preferences stay: a
 * complaint cancelled them, and only a new acceptance changes that. A later bounce or complaint suppresses the address again.
 * Refusal: `sending.not_suppressed`.
 */
export const liftSuppression = customerCommand({
  event: 'contact.suppression_lifted',
  permission: 'contacts.lift',
  input,
  run: async (ctx, customer, { pointId, reason, source }) => {
    const point = await findPoint(ctx, customer.id, pointId)
    if (!point) return notFound()
    const channel = SEND_CHANNELS.find((one) => POINT_CHANNEL[one] === point.channel)
    const [lifted] = channel
      ? await ctx.db
          .delete(suppressions)
          .where(
            and(
              eq(suppressions.channel, channel),
              eq(suppressions.addressHash, addressHash(point.normalized)),
              inArray(suppressions.reason, [...BY_PROVIDER]),
            ),
          )
          .returning({ suppression: suppressions.reason })
      : []
    if (!lifted) return refused('sending.not_suppressed')
    await touchCustomer(ctx, customer.id)
    return succeed(
      { customerId: customer.id, pointId },
      {
        customerId: point.customerId,
        subject: `point:${pointId}`,
        details: { channel: point.channel, ...lifted, consentSource: source },
        before: null,
        after: { reason },
      },
    )
  },
})

async function findPoint(ctx: WriteCtx, customerId: string, pointId: string) {
  const [point] = await ctx.db
    .select({
      customerId: contactPoints.customerId,
      channel: contactPoints.channel,
      normalized: contactPoints.normalized,
    })
    .from(contactPoints)
    .where(
      and(
        inArray(contactPoints.customerId, groupIds(customerId)),
        eq(contactPoints.id, pointId),
        isNull(contactPoints.retiredAt),
      ),
    )
  return point
}
