import { and, eq, sql } from 'drizzle-orm'
import { agendaInteractions, agendaReasons } from '@/db/schema'
import { closesAt } from '@/lib/agenda/idle'
import { findCustomer } from '@/lib/customer-group/find'
import { shownName } from '@/lib/customer-group/shown-name'
import { groupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { inClear, maskPhone } from '@/lib/privacy/mask'
import { listRevealed } from '@/lib/privacy/reveals'
import { isUuid } from '@/lib/values/ids'
import { formatPhone } from '@/lib/values/phones'
import { checkContact } from './check-contact'

type Key = { customerId: string | undefined; interactionId: string | undefined }

/**
 * One contact with its reason, and the phone, masked unless the viewer may see it; null when absent or out of scope. `isOwn`: the viewer
 * started the contact and can open the phone while the contact is open.
 */
export const getContact = query('agenda.work', async (ctx: WriteCtx, { customerId, interactionId }: Key) => {
  if (!isUuid(customerId) || !isUuid(interactionId)) return null
  const customer = await findCustomer(ctx, customerId)
  if (!customer) return null
  const [row] = await ctx.db
    .select({ interaction: agendaInteractions, reason: agendaReasons })
    .from(agendaInteractions)
    .leftJoin(
      agendaReasons,
      and(
        eq(agendaReasons.id, agendaInteractions.reasonId),
        sql`${agendaReasons.customerId} in ${groupIds(customer.id)}`,
      ),
    )
    .where(
      and(sql`${agendaInteractions.customerId} in ${groupIds(customer.id)}`, eq(agendaInteractions.id, interactionId)),
    )
  if (!row) return null
  const { interaction, reason } = row
  const { means } = interaction
  const [checked, revealed] = await Promise.all([
    checkContact(ctx, { customerId: customer.id, means, reason, begunAt: interaction.startedAt }),
    listRevealed(ctx, customer.id),
  ])
  return {
    customer: { id: customer.id, name: shownName(customer) },
    interaction,
    reason,
    closesAt: closesAt(interaction.lastActivityAt),
    isOwn: interaction.sellerId === ctx.viewer.userId,
    phone: checked.phone ? shownPhone(ctx, checked.phone, revealed) : null,
  }
})

function shownPhone(
  { viewer }: Pick<WriteCtx, 'viewer'>,
  { pointId, e164 }: { pointId: string; e164: string },
  revealed: ReadonlySet<string>,
) {
  const isMasked = !inClear(viewer, revealed, `point:${pointId}`)
  return { pointId, isMasked, text: isMasked ? maskPhone(e164) : formatPhone(e164) }
}

export type ShownContact = NonNullable<Awaited<ReturnType<typeof getContact>>>
