import { and, desc, eq, inArray } from 'drizzle-orm'
import { consents } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { groupIds } from '@/lib/customer-group/scope'
import type { Preference, Purpose } from './schema'

/** The newest consent of each record of a customer, including merged ones, for one preference and purpose. */
export const newestOf = (ctx: WriteCtx, customerId: string, preference: Preference, purpose: Purpose) =>
  ctx.db
    .selectDistinctOn([consents.customerId], {
      customerId: consents.customerId,
      action: consents.action,
      at: consents.at,
    })
    .from(consents)
    .where(
      and(
        inArray(consents.customerId, groupIds(customerId)),
        eq(consents.preference, preference),
        eq(consents.purpose, purpose),
      ),
    )
    .orderBy(consents.customerId, desc(consents.id))
