import { AttachmentsCard as Attachments } from '@/components/attachments/attachments-card'
import { listAttachmentsOf } from '@/lib/attachments/queries'
import { loadFormState } from '@/lib/http/form-state-cookie'
import type { Part } from './props'

/** The attachments of the case, with the form that adds more (K3). */
export async function AttachmentsCard(part: Part) {
  const { ctx, customer, found, i18n } = part
  return (
    <Attachments
      subject={{ customerId: customer.id, caseId: found.id }}
      attachments={await listAttachmentsOf(ctx, { customerId: found.customerId, caseId: found.id })}
      state={ctx.viewer.can('attachments.add') ? await loadFormState(part) : null}
      i18n={i18n}
    />
  )
}
