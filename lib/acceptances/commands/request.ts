import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { refused } from '@/lib/kernel/result'
import { destinationOf } from '@/lib/sending/destination'
import { messageContainsLink } from '@/lib/sending/journey-text'
import { acceptanceLinkUntil, issueLink } from '@/lib/sending/links'
import { planSend } from '@/lib/sending/plan-send'
import { undrawableIn } from '@/lib/pdf/drawable'
import { daysAfter } from '@/lib/values/days'
import { recordRequest } from '../record-request'
import { earlierRequestRefusal, findRequestable } from '../requestable'
import { acceptanceRequest } from '../schema'

/**
 * Asks the customer to accept or refuse one document: stores the terms and the file's hash, and sends the link.
 * Refusals: those of `planSend`; `acceptances.document_unavailable`, `acceptances.already_waiting`, `acceptances.already_accepted`,
 * `acceptances.message_without_link`, `acceptances.undrawable` (characters that the report cannot show).
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
    const characters = undrawableIn(customer.name, document.title, document.fileName, form.terms)
    if (characters.length) return refused('acceptances.undrawable', { characters: characters.join(' ') })
    if (!(await messageContainsLink(ctx, form.journeyMessageId))) return refused('acceptances.message_without_link')
    const id = idsOf(ctx).row()
    const expiresAt = daysAfter(ctx.now, form.days)
    const { customerId } = document
    const planned = await planSend(ctx, customer, {
      channel: form.channel,
      journeyId: document.journeyId,
      message: { journeyMessageId: form.journeyMessageId },
      to: destinationOf(form),
      documents: [{ id: document.id, title: document.title }],
      link: () =>
        issueLink(ctx.db, 'acceptance', { customerId, subjectId: id, expiresAt: acceptanceLinkUntil(expiresAt) }),
      overrideReason: form.overrideReason,
    })
    if (!planned.ok) return planned
    const { address, sendId } = planned
    const protocol = await recordRequest(ctx, customer, { id, document, form, address, expiresAt, sendId })
    await touchCustomer(ctx, customer.id)
    const requested = {
      customerId: customer.id,
      subject: `acceptance:${id}`,
      details: { protocol, document: document.title },
    }
    return succeed({ customerId: customer.id, acceptanceId: id }, requested, planned.event)
  },
})
