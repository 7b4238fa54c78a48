import { findInteraction, findReason } from '@/lib/agenda/find'
import { customerCommand } from '@/lib/customer-group/command'
import { succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { checkContact } from '../check-contact'
import { oneContact } from '../schema'

/**
 * Returns the address that opens the phone (`tel:`) or WhatsApp (`https://wa.me/`, with the text of the reason) for the viewer's own open
 * contact. The phone shows the number, so the history records a reveal. Refusals: `sellerAgenda.not_open`, `not_allowed`, `out_of_hours`,
 * `blackout`.
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
    const checked = await checkContact(ctx, { customerId: customer.id, means, reason, begunAt: found.startedAt })
    if (checked.refusal !== null) return refused(checked.refusal)
    const { pointId, e164, channel } = checked.phone
    return succeed(
      { href: means === 'call' ? `tel:${e164}` : toWhatsApp(e164, reason?.message ?? null) },
      { customerId: customer.id, subject: `point:${pointId}`, details: { channel } },
    )
  },
})

/** The link that opens a WhatsApp chat (https://faq.whatsapp.com/5913398998672934), with the number without `+` and a prepared text. */
const toWhatsApp = (e164: string, text: string | null) =>
  `https://wa.me/${e164.replace(/\D/g, '')}${text ? `?${new URLSearchParams({ text }).toString().replaceAll('+', '%20')}` : ''}`
