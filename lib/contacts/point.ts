import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { contactPoints } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import { isIncluded } from '@/lib/customer-group/included'
import { isAlike, isLive } from '@/lib/customer-group/merged-points'
import type { CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { groupIds } from '@/lib/customer-group/scope'
import { valueField, type Channel } from './channels'

/** A row, and whether an absorbed record does not contribute it to its survivor. */
export type Point = typeof contactPoints.$inferSelect & { excluded?: boolean }

/** The result of a change: the point, and whether its channel lost its primary. */
export type Changed = { customerId: string; pointId: string; channel: Channel; starDropped: boolean }

export const wherePoint = (p: { customerId: string; id: string }) =>
  and(eq(contactPoints.customerId, p.customerId), eq(contactPoints.id, p.id))

export const wherePoints = (points: readonly Point[]) =>
  and(
    inArray(
      contactPoints.customerId,
      points.map((p) => p.customerId),
    ),
    inArray(
      contactPoints.id,
      points.map((p) => p.id),
    ),
  )

const isExcluded = sql<boolean>`not ${isIncluded('contacts', contactPoints)}`

/** All points of a locked customer and of the records merged into it, including removed ones; the starred first, then the newest. */
export const pointsOf = (ctx: Pick<WriteCtx, 'db'>, customerId: string): Promise<Point[]> =>
  ctx.db
    .select({ ...getTableColumns(contactPoints), excluded: isExcluded })
    .from(contactPoints)
    .where(inArray(contactPoints.customerId, groupIds(customerId)))
    .orderBy(sql`${contactPoints.primaryAt} is null`, desc(contactPoints.createdAt), desc(contactPoints.id))

/** A history entry about a point, in the chain of the record that has it; the channel decides how its values are masked. */
export const pointEvent = (
  p: Pick<Point, 'customerId' | 'id' | 'channel'>,
  entry: Partial<CommandEvent> & { event?: AuditEvent } = {},
): CommandEvent => ({
  ...entry,
  customerId: p.customerId,
  subject: `point:${p.id}`,
  details: { channel: p.channel, ...entry.details },
})

export const valuesOf = (p: { value: string; label: string | null }) => ({
  value: p.value,
  ...(p.label && { label: p.label }),
})

/**
 * The errors by field when another point of the customer has this value: `contacts.duplicate`, or `contacts.blocked_before` when
 * it was removed while blocked, because adding it again would unblock it. Null when no other point has it.
 */
export function refuseDuplicate(
  others: readonly Point[],
  wanted: { channel: Channel; normalized: string },
): Record<string, string> | null {
  const duplicates = others.filter((p) => isAlike(p, wanted) && (isLive(p) || p.blockedAt))
  if (!duplicates.length) return null
  return {
    [valueField(wanted.channel)]: duplicates.some(isLive) ? 'contacts.duplicate' : 'contacts.blocked_before',
  }
}
