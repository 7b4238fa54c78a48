import { FileField } from '@/components/forms/file-field'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { UploadForm } from '@/components/forms/upload-form'
import { CardBody } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { ACCEPTED } from '@/lib/attachments/file-types'
import { MAX_FILE_MB, MAX_FILES } from '@/lib/attachments/limits'
import { ATTACHMENT_UPLOADS } from '@/lib/attachments/paths'
import type { FormState } from '@/lib/http/form-action'
import type { I18n } from '@/lib/i18n/translator'

type Props = {
  /** The customer's id, and the id of the case or of the send. */
  subject: { customerId: string; caseId?: string; sendId?: string }
  /** The values and messages of a refused upload, from `loadFormState`. */
  state: FormState
  i18n: I18n
}

/** The form that attaches files, folded until somebody opens it or an upload was refused. */
export function AttachForm({ subject, state, i18n: { t } }: Props) {
  return (
    <CardBody>
      <Disclosure summary={t('attachments.add')} open={Boolean(state.values)}>
        <UploadForm
          action={ATTACHMENT_UPLOADS}
          submit={t('attachments.submit')}
          hidden={subject}
          state={state}
          texts={formTexts(t)}
        >
          <IdempotencyField />
          {attachmentField(t)}
        </UploadForm>
      </Disclosure>
    </CardBody>
  )
}

/** The field for files to attach. A plain function, so that the form finds its label. */
export const attachmentField = (t: I18n['t'], required = true) => (
  <FileField
    name="files"
    label={t('attachments.files')}
    hint={t('attachments.filesHint', { files: MAX_FILES, mb: MAX_FILE_MB })}
    accept={ACCEPTED}
    multiple
    required={required}
  />
)
