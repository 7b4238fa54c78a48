import { Card, CardBody } from '@/components/ui/card'
import { StaticHtml } from '@/components/ui/static-html'
import type { ListedAttachment } from '@/lib/attachments/queries'
import type { FormState } from '@/lib/http/form-action'
import type { I18n } from '@/lib/i18n/translator'
import { AttachForm } from './attach-form'
import { AttachmentRow } from './attachment-row'

type Props = {
  /** The id of the surviving record, and the case or the send. */
  subject: { customerId: string; caseId?: string; sendId?: string }
  attachments: readonly ListedAttachment[]
  /** The values and messages of a refused upload, from `loadFormState`; null for a viewer who may not attach files. */
  state: FormState | null
  i18n: I18n
}

/** The attachments of a case or of a send, with the form that adds more. */
export function AttachmentsCard({ subject, attachments, state, i18n }: Props) {
  return (
    <Card id="attachments" title={i18n.t('attachments.title')}>
      {attachments.length > 0 ? (
        <StaticHtml as="div">
          {attachments.map((attachment) => (
            <AttachmentRow key={attachment.id} customerId={subject.customerId} attachment={attachment} i18n={i18n} />
          ))}
        </StaticHtml>
      ) : (
        <CardBody>
          <p className="text-ink-3">{i18n.t('attachments.none')}</p>
        </CardBody>
      )}
      {state && <AttachForm subject={subject} state={state} i18n={i18n} />}
    </Card>
  )
}
