import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { conflict, notFound, refused } from '@/lib/kernel/result'
import { findInteraction } from '../find'
import {
  aboutInteraction,
  endInteraction,
  findOpenInteraction,
  insertInteraction,
  interactionIds,
  updateInteraction,
} from '../interaction'
import { interactionChange, interactionClosing, interactionStart, pastInteraction } from '../schema'

/**
 * Starts a contact with a customer, for a reason or without one (B6). If the seller already has an open contact for the same reason by the
 * same means, the command returns it and changes nothing. Refusals: `agenda.reason_settled`, `agenda.no_store`.
 */
export const startInteraction = customerCommand({
  event: 'agenda_interaction.started',
  permission: 'agenda.work',
  input: interactionStart,
  run: async (ctx, customer, { customerId: _, ...form }) => {
    const open = await findOpenInteraction(ctx, customer.id, form)
    if (open) return succeed(interactionIds(customer, open))
    const started = await insertInteraction(ctx, customer, form)
    if (!started.ok) return started
    await touchCustomer(ctx, customer.id)
    return succeed(interactionIds(customer, started.interaction), started.event)
  },
})

/**
 * Changes the feedback or the comment of an open interaction, which then counts as active. Refusals: `stale`, `agenda.interaction_closed`.
 */
export const changeInteraction = customerCommand({
  event: 'agenda_interaction.changed',
  permission: 'agenda.work',
  input: interactionChange,
  run: async (ctx, customer, { interactionId, version, feedback, comment }) => {
    const found = await findInteraction(ctx, customer.id, interactionId)
    if (!found) return notFound()
    if (found.situation !== 'open') return refused('agenda.interaction_closed')
    if (found.version !== version) return conflict('stale', { feedback: found.feedback, comment: found.comment })
    await updateInteraction(ctx, found, { feedback, comment, lastActivityAt: ctx.now })
    await touchCustomer(ctx, customer.id)
    return succeed(interactionIds(customer, found), {
      ...aboutInteraction(customer, found),
      ...(found.comment !== comment && { before: { comment: found.comment }, after: { comment } }),
      details: { number: found.number, before: { feedback: found.feedback }, after: { feedback } },
    })
  },
})

/**
 * Closes an open interaction with its outcome. After a success the reason is done; otherwise it stays pending. The same outcome twice
 * changes nothing. Refusals: `stale`, `agenda.interaction_closed`.
 */
export const closeInteraction = customerCommand({
  event: 'agenda_interaction.closed',
  permission: 'agenda.work',
  input: interactionClosing,
  run: async (ctx, customer, { customerId: _, interactionId, version, ...end }) => {
    const found = await findInteraction(ctx, customer.id, interactionId)
    if (!found) return notFound()
    const isSame = found.situation === end.situation && found.feedback === end.feedback && found.comment === end.comment
    if (isSame) return succeed(interactionIds(customer, found))
    if (found.situation !== 'open') return refused('agenda.interaction_closed')
    if (found.version !== version) return conflict('stale', { feedback: found.feedback, comment: found.comment })
    return endInteraction(ctx, customer, found, end)
  },
})

/**
 * Records an interaction that is over already, such as a call from another phone. The idempotency key of the form prevents a second
 * record. Refusals: those of `startInteraction`.
 */
export const recordInteraction = customerCommand({
  event: 'agenda_interaction.closed',
  permission: 'agenda.work',
  input: pastInteraction,
  run: async (ctx, customer, { means, reasonId, situation, feedback, comment }) => {
    const started = await insertInteraction(ctx, customer, { means, reasonId })
    if (!started.ok) return started
    const ended = await endInteraction(ctx, customer, started.interaction, { situation, feedback, comment })
    return ended.ok ? succeed(ended.value, started.event, ...ended.events) : ended
  },
})
