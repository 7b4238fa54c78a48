import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { refused } from '@/lib/kernel/result'
import { destinationOf } from '@/lib/sending/destination'
import { messageContainsLink } from '@/lib/sending/journey-text'
import { checkSend, planSend } from '@/lib/sending/plan-send'
import { undrawableIn } from '@/lib/pdf/drawable'
import { daysAfter } from '@/lib/values/days'
import { addressOrigin, type AddressOrigin } from '../address-origin'
import { livePointOf } from '../live-point'
import { planOf } from '../plan-request'
import { hasChangedRecently } from '../recent-change'
import { hasRenamedRecently } from '../recent-rename'
import { recordRequest } from '../record-request'
import { earlierRequestRefusal, findRequestable } from '../requestable'
import { acceptanceRequest } from '../schema'

/**
 * Asks the customer to accept or refuse one document: stores the terms and the file's hash, and sends the link to a contact point of the
 * customer. If the viewer recently added or changed that contact point, or changed the customer's name or tax id, nothing is sent until a second person
 * approves.
 * Refusals: those of `planSend`; `acceptances.document_unavailable`, `acceptances.already_waiting`, `acceptances.already_accepted`,
 * `acceptances.message_without_link`, `acceptances.undrawable` (characters that the report cannot show), `acceptances.not_on_file`.
 */
export const requestAcceptance = customerCommand({
  event: 'acceptance.requested',
  permission: 'messages.send',
  input: acceptanceRequest,
  run: async (ctx, customer, form) => {
    const document = await findRequestable(ctx, customer.id, form.documentId)
    if (!document) return refused('acceptances.document_unavailable')
    const refusal = await earlierRequestRefusal(ctx, document)
    if (refusal) return refusal
    const characters = undrawableIn(
      customer.name,
      customer.preferredName ?? '',
      document.title,
      document.fileName,
      form.terms,
    )
    if (characters.length) return refused('acceptances.undrawable', { characters: characters.join(' ') })
    if (!(await messageContainsLink(ctx, form.journeyMessageId))) return refused('acceptances.message_without_link')
    const target = await livePointOf(ctx, customer.id, form.channel, destinationOf(form))
    if (!target.ok) return target
    const { point } = target
    const id = idsOf(ctx).row()
    const expiresAt = daysAfter(ctx.now, form.days)
    const { userId } = ctx.viewer
    const pending =
      (await hasChangedRecently(ctx, customer.id, point, userId)) ||
      (await hasRenamedRecently(ctx, customer.id, userId))
    const plan = planOf(ctx, { ...form, id, document, to: { pointId: point.id }, expiresAt })
    const planned = pending ? await checkSend(ctx, customer, plan) : await planSend(ctx, customer, plan)
    if ('failure' in planned) return planned
    const sendId = 'sendId' in planned ? planned.sendId : null
    const origin = await addressOrigin(ctx, customer.id, point)
    const requested = { id, document, form, address: point.address, origin, expiresAt, sendId }
    const protocol = await recordRequest(ctx, customer, requested)
    await touchCustomer(ctx, customer.id)
    const entry = {
      event: pending ? ('acceptance.approval_requested' as const) : ('acceptance.requested' as const),
      customerId: customer.id,
      subject: `acceptance:${id}`,
      details: { protocol, document: document.title, ...originOfEntry(origin) },
    }
    return succeed(
      { customerId: customer.id, acceptanceId: id, pending },
      entry,
      ...('event' in planned ? [planned.event] : []),
    )
  },
})

const originOfEntry = ({ kind, by, file }: AddressOrigin) => ({
  addressOrigin: kind,
  ...(by && { addressBy: by }),
  ...(file && { addressFile: file }),
})
