import { findInteraction, findReason } from '@/lib/agenda/find'
import { customerCommand } from '@/lib/customer-group/command'
import { succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { checkContact } from '../contact-refusal'
import { oneContact } from '../schema'

/**
 * Returns the address that opens the phone (`tel:`) or WhatsApp (`https://wa.me/`) for the viewer's own open contact, with the text of the reason,
 * and records that the viewer saw the number: the phone shows it. It counts as a reveal.  Refusals: `sellerAgenda.not_open`, `not_allowed`, `out_of_hours`.
 */
export const openPhone = customerCommand({
  event: 'personal.revealed',
  permission: 'personal.reveal',
  budget: 'reveals',
  input: oneContact,
  run: async (ctx, customer, { interactionId }) => {
    const found = await findInteraction(ctx, customer.id, interactionId)
    if (!found) return notFound()
    if (found.situation !== 'open' || found.sellerId !== ctx.viewer.userId) return refused('sellerAgenda.not_open')
    const reason = found.reasonId ? await findReason(ctx, customer.id, found.reasonId) : null
    const { means } = found
    const checked = await checkContact(ctx, { customerId: customer.id, means, reason, hasBegun: true })
    if (checked.refusal !== null) return refused(checked.refusal)
    const { pointId, e164, channel } = checked.phone
    return succeed(
      { href: means === 'call' ? `tel:${e164}` : toWhatsApp(e164, reason?.message ?? null) },
      { customerId: customer.id, subject: `point:${pointId}`, details: { channel } },
    )
  },
})

/** WhatsApp's own link to a chat (https://faq.whatsapp.com/5913398998672934): the number without `+`, and the text filled in. */
const toWhatsApp = (e164: string, text: string | null) =>
  `https://wa.me/${e164.replace(/\D/g, '')}${text ? `?${new URLSearchParams({ text }).toString().replaceAll('+', '%20')}` : ''}`
