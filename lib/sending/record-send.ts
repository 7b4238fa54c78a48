import { and, inArray } from 'drizzle-orm'
import { messages, sendDocuments, sends } from '@/db/schema'
import type { Customer } from '@/lib/customer-group/lock'
import { groupIds } from '@/lib/customer-group/scope'
import { addressedName } from '@/lib/customer-group/shown-name'
import { env } from '@/lib/env'
import type { CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { optOutTextOf } from './opt-out-text'
import { queueDelivery } from './queue-delivery'
import { fillIn } from './render'
import type { SendJourney, SendPlan, SendText } from './send-plan'
import { sendPayload } from './send-payload'
import { withOptOutText } from './with-opt-out'

type Checked = {
  address: string
  pointId: string | null
  journey: SendJourney
  message: SendText
  addressReason: string | null
  overrideReason: string | null
}

/** Writes a send that was checked, with its message and documents, and queues its delivery. Returns its id and its event for the history. */
export async function recordSend(
  ctx: WriteCtx,
  customer: Customer,
  plan: SendPlan,
  checked: Checked,
): Promise<{ sendId: string; event: CommandEvent }> {
  const { journey, message, address, pointId, addressReason, overrideReason } = checked
  const ids = idsOf(ctx)
  const [messageId, sendId] = [ids.row(), ids.row()]
  const filled = fill(customer, plan, message)
  const { subject, body } = {
    ...filled,
    body: withOptOutText(filled.body, optOutTextOf(plan.channel, journey.purpose)),
  }
  const common = { customerId: customer.id, journeyId: journey.id, channel: plan.channel, createdAt: ctx.now }
  const { journeyMessageId, step, name } = message
  await ctx.db
    .insert(messages)
    .values({ ...common, id: messageId, journeyMessageId, step, name, purpose: journey.purpose, subject, body })
  await ctx.db.insert(sends).values({
    ...common,
    id: sendId,
    messageId,
    address,
    pointId,
    sentBy: ctx.viewer.userId,
    resendOf: plan.resendOf,
    addressReason,
    overrideReason,
    stateAt: ctx.now,
  })
  const isResent = Boolean(plan.resendOf) || (await wereSentBefore(ctx, customer.id, plan))
  if (plan.documents?.length)
    await ctx.db
      .insert(sendDocuments)
      .values(plan.documents.map((d) => ({ customerId: customer.id, documentId: d.id, sendId })))
  const delivery = { kind: 'send', channel: plan.channel, customerId: customer.id, sendId } as const
  const payload = await sendPayload(ctx, plan, { customerId: customer.id, sendId, to: address, subject, body })
  await queueDelivery(ctx.db, { ...delivery, payload, now: ctx.now, ids })
  return {
    sendId,
    event: { event: isResent ? 'message.resent' : 'message.sent', ...eventOf(customer.id, sendId, plan, checked) },
  }
}

/** The text with the customer's name and the documents; `{{link}}` stays, so that the stored message contains no secret. */
function fill(customer: Customer, plan: SendPlan, message: SendText) {
  const values = {
    name: addressedName(customer),
    company: env().COMPANY_NAME,
    documents: plan.documents?.map((d) => d.title),
  }
  // A header is one line.
  const subject = message.subject && fillIn(message.subject, values).replace(/\s+/g, ' ')
  return { subject, body: fillIn(message.body, values) }
}

/** Whether one of the documents was sent to the customer before. */
async function wereSentBefore(ctx: WriteCtx, customerId: string, { documents = [] }: SendPlan): Promise<boolean> {
  const ids = documents.map(({ id }) => id)
  if (!ids.length) return false
  const [sent] = await ctx.db
    .select({ sendId: sendDocuments.sendId })
    .from(sendDocuments)
    .where(and(inArray(sendDocuments.customerId, groupIds(customerId)), inArray(sendDocuments.documentId, ids)))
    .limit(1)
  return sent !== undefined
}

const eventOf = (
  customerId: string,
  sendId: string,
  plan: SendPlan,
  { address, journey, message, addressReason, overrideReason }: Checked,
): Omit<CommandEvent, 'event'> => ({
  customerId,
  subject: `send:${sendId}`,
  after: { address, ...(addressReason && { addressReason }), ...(overrideReason && { overrideReason }) },
  details: {
    channel: plan.channel,
    ...(journey.name !== null && { journey: journey.name }),
    message: message.name,
    documents: plan.documents?.length ?? 0,
  },
})
