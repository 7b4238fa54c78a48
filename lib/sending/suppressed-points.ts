import { and, eq, isNull, sql } from 'drizzle-orm'
import { preparedQuery } from '@/db/prepared-query'
import { contactPoints, suppressions } from '@/db/schema'
import type { PointSuppression } from '@/lib/contact-policy/policy'
import { groupSize, inGroup, type GroupSize } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'
import { POINT_CHANNEL } from './reach'

/** Returns the contact points of these records that are not removed and have a suppressed address, no matter which customer caused the suppression. */
export const listSuppressedPoints = (
  { db }: Pick<WriteCtx, 'db'>,
  memberIds: readonly string[],
): Promise<PointSuppression[]> => suppressed(db, groupSize(memberIds)).execute({ memberIds })

const suppressed = preparedQuery((db, records: GroupSize) =>
  db
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
    .where(and(inGroup(contactPoints.customerId, records), isNull(contactPoints.retiredAt))),
)
