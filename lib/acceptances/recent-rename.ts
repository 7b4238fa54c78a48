import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import { auditEvents } from '@/db/schema'
import { customerKeysOf } from '@/lib/audit/seal'
import { sealedStates } from '@/lib/audit/sealed-states'
import { groupIds } from '@/lib/customer-group/scope'
import { env } from '@/lib/env'
import type { WriteCtx } from '@/lib/kernel/context'
import { daysBefore } from '@/lib/values/days'

/** What the report says about the signer. Adding a missing tax id changes nobody. */
const REPLACED = ['name', 'kind', 'documentType', 'documentNumber']
/** A signer may type the social name instead of the civil one, so that adding it counts too. */
const SOCIAL_NAME = 'preferredName'

const EVENTS_MAX = 500

/**
 * Whether a user changed who the customer is, the name, social name, kind or tax id, within the last `ACCEPTANCE_ADDRESS_DAYS`: by an edit,
 * an import or a restored value. The typed name of a signer proves little if the requester chose the registered one.
 */
export async function hasRenamedRecently(ctx: WriteCtx, customerId: string, userId: string | null): Promise<boolean> {
  const days = env().ACCEPTANCE_ADDRESS_DAYS
  if (!userId || !days) return false
  const events = await ctx.db
    .select({ customerId: auditEvents.customerId, sealed: auditEvents.sealed })
    .from(auditEvents)
    .where(
      and(
        inArray(auditEvents.customerId, groupIds(customerId)),
        eq(auditEvents.actorId, userId),
        gt(auditEvents.at, daysBefore(ctx.now, days)),
        inArray(auditEvents.event, ['customer.changed', 'customer.renamed', 'customer.imported']),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(EVENTS_MAX)
  const keys = await customerKeysOf(ctx.db, [...new Set(events.map((event) => event.customerId))])
  return events.some((event) => {
    const before = sealedStates(event, keys)?.before ?? {}
    return SOCIAL_NAME in before || REPLACED.some((field) => (before[field] ?? null) !== null)
  })
}
