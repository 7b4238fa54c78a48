import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import type { Customer } from '@/lib/customer-group/lock'
import { notFound } from '@/lib/kernel/result'
import { checkSend, planSend } from '@/lib/sending/plan-send'
import type { SendPlan } from '@/lib/sending/send-plan'
import { findConversation } from '../find'
import { replyRoute } from '../reply-route'
import { newReply } from '../schema'
import { appendMessages } from '../store-messages'

type Answered = Parameters<typeof replyRoute>[2]

/**
 * Answers a conversation by a service message to the address that the customer wrote from, through the one send policy (N8, P10). The message
 * is at once in the transcript. Refusals: those of `replyRoute` and `planSend`.
 */
export const replyToConversation = customerCommand({
  event: 'message.sent',
  permission: 'messages.send',
  input: newReply,
  run: async (ctx, customer, { conversationId, body }) => {
    const found = await findConversation(ctx, customer.id, conversationId)
    if (!found) return notFound()
    const plan = await replyPlan(ctx, customer, found, body)
    if (!plan.ok) return plan
    const planned = await planSend(ctx, customer, plan.value)
    if (!planned.ok) return planned
    await appendMessages(ctx.db, found, [
      {
        direction: 'out',
        authorId: ctx.viewer.userId,
        body,
        occurredAt: ctx.now,
        recordedAt: ctx.now,
        sendId: planned.sendId,
      },
    ])
    await touchCustomer(ctx, customer.id)
    return succeed({ customerId: customer.id, conversationId }, planned.event)
  },
})

/** Why an answer would be refused now, or null. `replyToConversation` checks it again. */
export async function replyRefusal(ctx: WriteCtx, customer: Pick<Customer, 'id'>, conversation: Answered) {
  const plan = await replyPlan(ctx, customer, conversation, '')
  if (!plan.ok) return plan.failure
  const checked = await checkSend(ctx, customer, plan.value)
  return 'failure' in checked ? checked.failure : null
}

async function replyPlan(ctx: WriteCtx, customer: Pick<Customer, 'id'>, conversation: Answered, body: string) {
  const route = await replyRoute(ctx, customer.id, conversation)
  if (!route.ok) return route
  const { channel, address, subject } = route
  const name = REPLY_NAME[channel]
  const plan: SendPlan = {
    channel,
    journeyId: null,
    purpose: 'service',
    message: { name, subject, body, journeyMessageId: null, step: null },
    to: { address },
  }
  return { ok: true as const, value: plan }
}

/** The name of the message in the customer's history. */
const REPLY_NAME = { email: 'Resposta por e-mail', sms: 'Resposta por SMS', whatsapp: 'Resposta por WhatsApp' }
