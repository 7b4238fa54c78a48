import { closeInteraction } from '@/lib/agenda/commands/interactions'
import { createReminder } from '@/lib/agenda/commands/reminders'
import { findInteraction } from '@/lib/agenda/find'
import { customerCommand } from '@/lib/customer-group/command'
import { succeed } from '@/lib/kernel/command'
import { invalid, notFound, type Failure } from '@/lib/kernel/result'
import { contactResult, OUTCOMES } from '../schema'

/**
 * Records how a contact went and, if a day was chosen, the next reminder: both or neither. The form has an idempotency key, so a form that
 * is sent twice is recorded once. Refusals: those of `closeInteraction` and `createReminder`, at the fields of this form.
 */
export const recordResult = customerCommand({
  event: 'agenda_interaction.closed',
  permission: 'agenda.work',
  input: contactResult,
  run: async (ctx, customer, { interactionId, version, outcome, comment, ...next }) => {
    // The inner commands must not use the idempotency key, which belongs to this command.
    const { idempotencyKey: _, ...inner } = ctx
    const found = await findInteraction(ctx, customer.id, interactionId)
    if (!found) return notFound()
    const customerId = customer.id
    const closed = await closeInteraction(inner, { customerId, interactionId, version, comment, ...OUTCOMES[outcome] })
    if (!closed.ok || !next.scheduledOn) return closed.ok ? succeed(closed.value) : closed
    const reminder = {
      customerId,
      storeId: found.storeId,
      scheduledOn: next.scheduledOn,
      comment: next.reminder ?? next.defaultReminder,
    }
    const created = await createReminder(inner, reminder)
    return created.ok ? succeed(closed.value) : { ok: false, failure: atOwnFields(created.failure) }
  },
})

/** Names the field of the reminder's text as this form does. */
function atOwnFields(failure: Failure): Failure {
  if (failure.kind !== 'invalid' || !failure.fields) return failure
  const { comment, ...fields } = failure.fields
  return invalid({ ...fields, ...(comment && { reminder: comment }) }).failure
}
