import { and, eq, gt, inArray, ne, or, sql, type SQL } from 'drizzle-orm'
import { auditEvents, contactPoints, contactPointVersions } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import { groupIds } from '@/lib/customer-group/scope'
import { env } from '@/lib/env'
import type { WriteCtx } from '@/lib/kernel/context'
import type { ReachablePoint } from '@/lib/sending/reach'
import { daysBefore } from '@/lib/values/days'

/** Events after which an address can be used again. The contact point does not store their author, so the history is searched. */
const REUSE_EVENTS: AuditEvent[] = ['contact.restored', 'contact.allowed']

/** Events after which a customer has other addresses or another name than before. */
const GROUP_EVENTS: AuditEvent[] = ['customer.merged', 'customer.merge_undone', 'customer.part_included']

/**
 * Whether a user gave the customer this address within the last `ACCEPTANCE_ADDRESS_DAYS`: added or imported it, changed a point to it,
 * restored or unblocked it, or merged or separated records of the customer. A change of the label alone does not count.
 */
export async function hasChangedRecently(
  ctx: WriteCtx,
  customerId: string,
  { ids, address }: ReachablePoint,
  userId: string | null,
): Promise<boolean> {
  const days = env().ACCEPTANCE_ADDRESS_DAYS
  if (!userId || !days) return false
  const since = daysBefore(ctx.now, days)
  const group = groupIds(customerId)
  const added = ctx.db
    .select({ one: sql`1` })
    .from(contactPoints)
    .where(
      and(
        inArray(contactPoints.customerId, group),
        inArray(contactPoints.id, ids),
        eq(contactPoints.createdBy, userId),
        gt(contactPoints.createdAt, since),
      ),
    )
  const changed = ctx.db
    .select({ one: sql`1` })
    .from(contactPointVersions)
    .where(
      and(
        inArray(contactPointVersions.customerId, group),
        inArray(contactPointVersions.pointId, ids),
        eq(contactPointVersions.replacedBy, userId),
        gt(contactPointVersions.replacedAt, since),
        ne(contactPointVersions.normalized, address),
      ),
    )
  const subjects = ids.map((id) => `point:${id}`)
  const reused = ctx.db
    .select({ one: sql`1` })
    .from(auditEvents)
    .where(
      and(
        inArray(auditEvents.customerId, group),
        eq(auditEvents.actorId, userId),
        gt(auditEvents.at, since),
        or(
          and(inArray(auditEvents.event, REUSE_EVENTS), inArray(auditEvents.subject, subjects)),
          inArray(auditEvents.event, GROUP_EVENTS),
        ),
      ),
    )
  const { rows } = await ctx.db.execute<{ found: boolean }>(
    sql`select ${anyOf([added, changed, reused].map((rows) => sql`${rows}`))} as found`,
  )
  return rows[0]!.found
}

const anyOf = (reads: SQL[]): SQL =>
  sql.join(
    reads.map((read) => sql`exists (${read})`),
    sql` or `,
  )
