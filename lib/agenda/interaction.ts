import { and, eq, sql } from 'drizzle-orm'
import { agendaInteractions } from '@/db/schema'
import type { Customer } from '@/lib/customer-group/lock'
import { groupIds } from '@/lib/customer-group/scope'
import { recordLastInteractions, touchCustomer } from '@/lib/customer-group/touch'
import { succeed, type CommandEvent, type Outcome } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { notFound, refused, type Failure } from '@/lib/kernel/result'
import { findReason, storeFor, type Interaction } from './find'
import { completeReason, statusNow } from './reason'
import type { OUTCOMES } from './schema'

export type InteractionIds = { customerId: string; interactionId: string }
type Form = { means: Interaction['means']; reasonId: string | null }
type Started = { ok: true; interaction: Interaction; event: CommandEvent } | { ok: false; failure: Failure }
type End = Pick<Interaction, 'feedback' | 'comment'> & { situation: (typeof OUTCOMES)[number] }

/** The open interaction of the viewer with this customer, for the same reason and by the same means; or null. */
export async function findOpenInteraction({ db, viewer }: WriteCtx, customerId: string, { means, reasonId }: Form) {
  const [open] = await db
    .select()
    .from(agendaInteractions)
    .where(
      and(
        sql`${agendaInteractions.customerId} in ${groupIds(customerId)}`,
        eq(agendaInteractions.sellerId, viewer.userId),
        eq(agendaInteractions.situation, 'open'),
        eq(agendaInteractions.means, means),
        sql`${agendaInteractions.reasonId} is not distinct from ${reasonId}::uuid`,
      ),
    )
    .limit(1)
  return open ?? null
}

/** Writes an open interaction. It belongs to the same record as its reason. */
export async function insertInteraction(ctx: WriteCtx, customer: Customer, form: Form): Promise<Started> {
  const reason = form.reasonId ? await findReason(ctx, customer.id, form.reasonId) : null
  if (form.reasonId && !reason) return notFound()
  if (reason && (await statusNow(ctx, reason)) !== 'pending') return refused('agenda.reason_settled')
  const storeId = reason?.storeId ?? (await storeFor(ctx, customer, null))
  if (!storeId) return refused('agenda.no_store')
  const [interaction] = await ctx.db
    .insert(agendaInteractions)
    .values({
      ...{ ...form, customerId: reason?.customerId ?? customer.id, id: idsOf(ctx).row(), storeId },
      ...{ sellerId: ctx.viewer.userId, startedAt: ctx.now, lastActivityAt: ctx.now, createdAt: ctx.now },
    })
    .returning()
  const { number } = interaction!
  const details = { number, means: form.means, ...(reason && { agendaReason: reason.reason }) }
  const event = { ...aboutInteraction(customer, interaction!), event: 'agenda_interaction.started' as const, details }
  return { ok: true, interaction: interaction!, event }
}

/** Closes an open interaction. After a success its reason is done, and the profile shows the time of this contact as the last one. */
export async function endInteraction(
  ctx: WriteCtx,
  customer: Customer,
  found: Interaction,
  end: End,
): Promise<Outcome<InteractionIds>> {
  await updateInteraction(ctx, found, { ...end, closedAt: ctx.now, lastActivityAt: ctx.now })
  const isSuccess = end.situation === 'success'
  if (isSuccess) await recordContact(ctx, customer, found)
  await touchCustomer(ctx, customer.id)
  const { situation, feedback, comment } = end
  return succeed(
    interactionIds(customer, found),
    {
      ...aboutInteraction(customer, found),
      event: 'agenda_interaction.closed',
      ...(comment && { before: null, after: { comment } }),
      details: { number: found.number, situation, ...(feedback && { feedback }) },
    },
    ...(isSuccess ? await completeReason(ctx, customer, found) : []),
  )
}

async function recordContact({ db }: WriteCtx, { id }: Customer, { means, startedAt }: Interaction): Promise<void> {
  const channel = means === 'call' ? 'phone' : 'whatsapp'
  const latest = sql`select ${id}::uuid as customer_id, ${startedAt.toISOString()}::timestamptz as occurred_at,
    ${channel}::text as channel`
  await db.execute(recordLastInteractions(latest))
}

export const updateInteraction = (
  { db }: WriteCtx,
  { customerId, id, version }: Interaction,
  change: Partial<Interaction>,
) =>
  db
    .update(agendaInteractions)
    .set({ ...change, version: version + 1 })
    .where(and(eq(agendaInteractions.customerId, customerId), eq(agendaInteractions.id, id)))

export const aboutInteraction = (customer: Customer, { id }: Interaction): CommandEvent => ({
  customerId: customer.id,
  subject: `agenda_interaction:${id}`,
})

export const interactionIds = (customer: Customer, { id }: Interaction): InteractionIds => ({
  customerId: customer.id,
  interactionId: id,
})
