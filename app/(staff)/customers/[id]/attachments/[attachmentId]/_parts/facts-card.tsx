import { SubjectLink } from '@/components/attachments/subject-link'
import { renamedWords } from '@/components/attachments/words'
import { sizeWords } from '@/components/documents/words'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Time } from '@/components/ui/time'
import { deleteAttachmentAction } from '@/lib/attachments/actions'
import { toAttachments } from '@/lib/attachments/paths'
import { toCase } from '@/lib/cases/paths'
import { toInteraction } from '@/lib/interactions/paths'
import type { Part } from './props'

/** The facts of an attachment, and the form that deletes it. */
export function FactsCard(part: Part) {
  const { ctx, customer, attachment, i18n, t } = part
  return (
    <Card title={t('attachments.page.about')}>
      <DefinitionList
        items={[
          {
            label: t('attachments.page.subject'),
            value: <SubjectLink customerId={customer.id} attachment={attachment} t={t} />,
          },
          {
            label: t('attachments.page.type'),
            value: t(`attachments.types.${attachment.type}`),
            hint: renamedWords(attachment, t),
          },
          { label: t('attachments.page.size'), value: sizeWords(attachment.bytes, i18n) },
          {
            label: t('attachments.page.added'),
            value: <Time at={attachment.createdAt} i18n={i18n} />,
            hint: attachment.createdBy,
          },
          ...(attachment.retiredReason
            ? [{ label: t('attachments.page.reason'), value: attachment.retiredReason }]
            : []),
        ]}
      />
      {!attachment.retiredAt && ctx.viewer.can('attachments.delete') && <DeleteForm {...part} />}
    </Card>
  )
}

function DeleteForm({ customer, attachment: { id, caseId, sendId }, t }: Part) {
  return (
    <CardBody>
      <Disclosure summary={t('attachments.page.delete')}>
        <p className="text-ink-2">{t('attachments.page.deleteText')}</p>
        <ActionForm
          action={deleteAttachmentAction}
          submit={t('attachments.page.deleteConfirm')}
          hidden={{
            customerId: customer.id,
            attachmentId: id,
            returnTo: pageOfSubject(customer.id, { caseId, sendId }),
          }}
          variant="danger"
          texts={formTexts(t)}
        >
          <TextField name="reason" label={t('attachments.page.deleteReason')} maxLength={500} />
        </ActionForm>
      </Disclosure>
    </CardBody>
  )
}

/** The page of the case or the send, to which the viewer returns after the deletion; otherwise the list. */
function pageOfSubject(
  customerId: string,
  { caseId, sendId }: { caseId: string | null; sendId: string | null },
): string {
  if (caseId) return toCase(customerId, caseId)
  return sendId ? toInteraction({ customerId, sendId }) : toAttachments(customerId)
}
