import type { z } from 'zod'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { listGroupIds } from '@/lib/customer-group/scope'
import { invalid, notFound, refused } from '@/lib/kernel/result'
import { linkToDocuments } from '@/lib/sending/link-to-documents'
import { planSend, type SendPlan } from '@/lib/sending/plan-send'
import { obstacleTo } from './policy'
import { NEW, resend, SAME } from './schema'
import { readDocuments, readSend } from './sent-message'

/**
 * Resends the stored text of a message to the same or another recipient. Documents get a new link. Refusals:
 * `interactions.<obstacle>` (see `Obstacle`), those of `planSend`; field `address`: `required`, `sending.bad_address`.
 * Source: N4, P10.
 */
export const resendInteraction = customerCommand({
  event: 'message.resent',
  permission: 'messages.send',
  input: resend,
  run: async (ctx, customer, input) => {
    const memberIds = await listGroupIds(ctx, customer.id)
    const found = await readSend(ctx, memberIds, input.sendId)
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
      to: targetOf(input, send.address),
      resendOf: send.id,
      overrideReason: input.overrideReason,
      ...(documents.length && {
        documents,
        link: (sendId: string) => linkToDocuments(ctx, customer.id, sendId, documents),
      }),
    })
    if (!planned.ok) return atAddress(planned)
    return succeed({ customerId: customer.id, sendId: planned.sendId }, planned.told)
  },
})

function targetOf({ to, address }: z.output<typeof resend>, before: string): SendPlan['to'] {
  if (to === SAME) return { address: before }
  return to === NEW ? { address: address ?? '' } : { pointId: to }
}

/** The form has a separate field for a typed address. */
function atAddress(planned: Extract<Awaited<ReturnType<typeof planSend>>, { ok: false }>) {
  const { failure } = planned
  return failure.kind === 'invalid' && failure.fields?.to ? invalid({ address: failure.fields.to }) : planned
}
