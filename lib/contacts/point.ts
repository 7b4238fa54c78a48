import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { contactPoints } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import type { Told } from '@/lib/kernel/command'
import type { Ctx } from '@/lib/kernel/context'
import { valueField, type Channel } from './channels'

export type Point = typeof contactPoints.$inferSelect

/** What a change of a point answers: where it was, and whether its channel is left without a primary. */
export type Changed = { customerId: string; pointId: string; channel: Channel; starDropped: boolean }

export const wherePoint = (p: { customerId: string; id: string }) => and(eq(contactPoints.customerId, p.customerId), eq(contactPoints.id, p.id))

/** A point of a customer whose lock is held. */
export async function findPoint(ctx: Ctx, customerId: string, id: string): Promise<Point | null> {
  const [row] = await ctx.db.select().from(contactPoints).where(wherePoint({ customerId, id }))
  return row ?? null
}

export const changed = (p: Point, starDropped = false): Changed => ({
  customerId: p.customerId,
  pointId: p.id,
  channel: p.channel,
  starDropped,
})

/** An entry of the history about a point; its channel says how its values are masked there. */
export const told = (p: Pick<Point, 'customerId' | 'id' | 'channel'>, entry: Partial<Told> & { event?: AuditEvent } = {}): Told => ({
  ...entry,
  customerId: p.customerId,
  subject: `point:${p.id}`,
  details: { channel: p.channel, ...entry.details },
})

export const valuesOf = (p: { value: string; label: string | null }) => ({ value: p.value, ...(p.label && { label: p.label }) })

type Wanted = { customerId: string; channel: Channel; normalized: string }

/**
 * The fields to refuse when the customer already has this value: `contacts.duplicate`, or `contacts.blocked_before`
 * when it was removed while blocked, for adding it again would lift the block.
 */
export async function refuseTwin(ctx: Ctx, { customerId, channel, normalized }: Wanted, but?: string): Promise<Record<string, string> | null> {
  const rows = await ctx.db
    .select({ id: contactPoints.id, retiredAt: contactPoints.retiredAt })
    .from(contactPoints)
    .where(
      and(
        eq(contactPoints.customerId, customerId),
        eq(contactPoints.channel, channel),
        eq(contactPoints.normalized, normalized),
        or(isNull(contactPoints.retiredAt), isNotNull(contactPoints.blockedAt)),
      ),
    )
  const twins = rows.filter((row) => row.id !== but)
  if (!twins.length) return null
  return { [valueField(channel)]: twins.some((row) => !row.retiredAt) ? 'contacts.duplicate' : 'contacts.blocked_before' }
}
