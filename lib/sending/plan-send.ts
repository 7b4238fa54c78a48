import type { Customer } from '@/lib/customer-group/lock'
import type { CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { refused, type Failure } from '@/lib/kernel/result'
import { findJourney, findText } from './journey-text'
import { sendRefusal, type Objection } from './policy'
import { preferenceFor, suppressionsOf } from './reach'
import { recordSend } from './record-send'
import { resolveDestination } from './resolve-destination'
import type { SendJourney, SendPlan } from './send-plan'

type Planned = { ok: true; sendId: string; address: string; event: CommandEvent } | { ok: false; failure: Failure }

/**
 * The only way to send to a customer: checks the plan, records the send and queues its delivery, inside its command's transaction and under
 * the lock of the customer's group. Refusals: those of `checkSend`.
 */
export async function planSend(ctx: WriteCtx, customer: Customer, plan: SendPlan): Promise<Planned> {
  const checked = await checkSend(ctx, customer, plan)
  if ('failure' in checked) return checked
  return { ok: true, address: checked.address, ...(await recordSend(ctx, customer, plan, checked)) }
}

/**
 * Checks a send without recording it. Refusals: `sending.<rule>` (see `SendRule`), `sending.no_message`, `sending.override_denied`, and
 * those of `resolveDestination`.
 */
export async function checkSend(ctx: WriteCtx, customer: Pick<Customer, 'id'>, plan: SendPlan) {
  const { channel, overrideReason } = plan
  const target = await resolveDestination(ctx, customer.id, channel, plan.to)
  if ('failure' in target) return target
  const { point, address, addressReason } = target
  const journey = await journeyOf(ctx, plan)
  if (!journey) return refused('sending.no_journey')
  const message = await findText(ctx, plan)
  if (!message) return refused('sending.no_message')
  const objection = sendRefusal({
    journey,
    messageChannel: message.channel,
    channel,
    point,
    preference: await preferenceFor(ctx, customer.id, channel, journey.purpose),
    suppressions: await suppressionsOf(ctx, channel, address),
  })
  const failure = objection && refusalOf(ctx, objection, overrideReason)
  if (failure) return failure
  return {
    address,
    pointId: point?.id ?? null,
    journey,
    message,
    addressReason,
    overrideReason: objection && (overrideReason ?? null),
  }
}

/** A message outside of any journey has a purpose of its own, and the same rules. */
async function journeyOf(ctx: WriteCtx, { journeyId, purpose }: SendPlan): Promise<SendJourney | null> {
  if (journeyId) return findJourney(ctx, journeyId)
  return purpose ? { id: null, name: null, purpose, retiredAt: null } : null
}

/** The refusal of an objection, or null when this viewer overrides it with a reason. */
function refusalOf(ctx: WriteCtx, objection: Objection, reason: string | null | undefined) {
  if (!reason || !objection.overridable) return refused(`sending.${objection.rule}`)
  return ctx.viewer.can('messages.override') ? null : refused('sending.override_denied')
}
