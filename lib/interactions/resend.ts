import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { listGroupIds } from '@/lib/customer-group/scope'
import { notFound, refused } from '@/lib/kernel/result'
import { linkToDocuments, type LinkSend } from '@/lib/sending/link-to-documents'
import { destinationOf } from '@/lib/sending/destination'
import { planSend } from '@/lib/sending/plan-send'
import { obstacleTo } from './policy'
import { resend } from './schema'
import { readDocuments, readSend } from './sent-message'

/**
 * Resends the stored text of a message to the same or another recipient. Documents get a new link. Refusals:
 * `interactions.<obstacle>` (see `Obstacle`), those of `planSend`.
 * Source: N4, P10.
 */
export const resendInteraction = customerCommand({
  event: 'message.resent',
  permission: 'messages.send',
  input: resend,
  run: async (ctx, customer, input) => {
    const memberIds = await listGroupIds(ctx, customer.id)
    const found = await readSend(ctx, { survivorId: customer.id, memberIds }, input.sendId)
    if (!found) return notFound()
    const { send, message } = found
    const documents = await readDocuments(ctx, memberIds, send.customerId, send.id)
    const obstacle = obstacleTo({ ...send, body: message.body, documents })
    if (obstacle) return refused(`interactions.${obstacle}`)
    const planned = await planSend(ctx, customer, {
      channel: send.channel,
      journeyId: send.journeyId,
      message: {
        name: message.name,
        subject: message.subject,
        body: message.body,
        journeyMessageId: message.journeyMessageId,
        step: message.step,
      },
      to: destinationOf(input, send.address),
      resendOf: send.id,
      overrideReason: input.overrideReason,
      ...(documents.length && {
        documents,
        link: (send: LinkSend) => linkToDocuments(ctx, customer.id, send, documents),
      }),
    })
    if (!planned.ok) return planned
    return succeed({ customerId: customer.id, sendId: planned.sendId }, planned.event)
  },
})
