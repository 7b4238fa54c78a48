import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { contactPoints, suppressions } from '@/db/schema'
import type { PointSuppression } from '@/lib/contact-policy/policy'
import type { WriteCtx } from '@/lib/kernel/context'
import { POINT_CHANNEL } from './reach'

/** Returns the contact points of these records that are not removed and have a suppressed address, no matter which customer caused the suppression. */
export const listSuppressedPoints = (
  ctx: Pick<WriteCtx, 'db'>,
  memberIds: readonly string[],
): Promise<PointSuppression[]> =>
  ctx.db
    .select({
      pointId: contactPoints.id,
      purpose: suppressions.purpose,
      reason: suppressions.reason,
      at: suppressions.at,
    })
    .from(contactPoints)
    .innerJoin(
      suppressions,
      and(
        sql`${contactPoints.channel} = ${JSON.stringify(POINT_CHANNEL)}::jsonb ->> ${suppressions.channel}`,
        eq(suppressions.addressHash, sql`sha256(convert_to(${contactPoints.normalized}, 'UTF8'))`),
      ),
    )
    .where(and(inArray(contactPoints.customerId, [...memberIds]), isNull(contactPoints.retiredAt)))
