import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { contactPoints } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import { isAlike } from '@/lib/customer-group/merged-points'
import type { CommandEvent } from '@/lib/kernel/command'
import type { Ctx } from '@/lib/kernel/context'
import { groupIds } from '@/lib/customer-group/scope'
import { valueField, type Channel } from './channels'

export type Point = typeof contactPoints.$inferSelect

/** What a change of a point answers: where it was, and whether its channel is left without a primary. */
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

/** Every point of a customer whose lock is held and of the records merged into it, removed ones too; the starred first, then the newest. */
export const pointsOf = (ctx: Pick<Ctx, 'db'>, customerId: string): Promise<Point[]> =>
  ctx.db
    .select()
    .from(contactPoints)
    .where(inArray(contactPoints.customerId, groupIds(customerId)))
    .orderBy(sql`${contactPoints.primaryAt} is null`, desc(contactPoints.createdAt), desc(contactPoints.id))

/** An entry of the history about a point, in the chain of the record that holds it; its channel says how its values are masked there. */
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
 * The fields to refuse when one of the customer's other points has this value: `contacts.duplicate`, or `contacts.blocked_before`
 * when it was removed while blocked, for adding it again would lift the block.
 */
export function refuseTwin(
  others: readonly Point[],
  wanted: { channel: Channel; normalized: string },
): Record<string, string> | null {
  const twins = others.filter((p) => isAlike(p, wanted) && (!p.retiredAt || p.blockedAt))
  if (!twins.length) return null
  return {
    [valueField(wanted.channel)]: twins.some((p) => !p.retiredAt) ? 'contacts.duplicate' : 'contacts.blocked_before',
  }
}
