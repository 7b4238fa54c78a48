import { AttachmentsCard as Attachments } from '@/components/attachments/attachments-card'
import { listAttachmentsOf } from '@/lib/attachments/queries'
import { loadFormState } from '@/lib/http/form-state-cookie'
import type { Params } from '@/lib/http/page'
import type { Part } from './props'

/** The attachments of the message, with the form that adds more (K3). They are internal: the customer did not receive them. */
export async function AttachmentsCard({ search, ...part }: Part & { search: Params }) {
  const { ctx, customer, message, i18n } = part
  return (
    <Attachments
      subject={{ customerId: customer.id, sendId: message.id }}
      attachments={await listAttachmentsOf(ctx, { customerId: message.customerId, sendId: message.id })}
      state={ctx.viewer.can('attachments.add') ? await loadFormState({ ctx, search, i18n }) : null}
      i18n={i18n}
    />
  )
}
