import { startInteraction } from '@/lib/agenda/commands/interactions'
import { findReason } from '@/lib/agenda/find'
import { findOpenInteraction } from '@/lib/agenda/interaction'
import { customerCommand } from '@/lib/customer-group/command'
import { succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { checkContact } from '../check-contact'
import { contactStart } from '../schema'

/**
 * Starts a contact from the agenda, for a reason or for a reminder. If the seller already has an open contact for the same reason by the
 * same means, the command returns it, so two presses start one contact. Refusals: `sellerAgenda.not_allowed`, `out_of_hours`, `blackout`,
 * and those of `startInteraction`.
 */
export const startContact = customerCommand({
  event: 'agenda_interaction.started',
  permission: 'agenda.work',
  input: contactStart,
  run: async (ctx, customer, { means, reasonId }) => {
    const open = await findOpenInteraction(ctx, customer.id, { means, reasonId })
    if (open) return succeed({ customerId: customer.id, interactionId: open.id })
    const reason = reasonId ? await findReason(ctx, customer.id, reasonId) : null
    if (reasonId && !reason) return notFound()
    const { refusal } = await checkContact(ctx, { customerId: customer.id, means, reason })
    if (refusal) return refused(refusal)
    const started = await startInteraction(ctx, { customerId: customer.id, means, reasonId })
    return started.ok ? succeed(started.value) : started
  },
})
