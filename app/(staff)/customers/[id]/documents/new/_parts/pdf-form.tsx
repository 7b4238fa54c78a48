import { FileField } from '@/components/forms/file-field'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import type { Option } from '@/components/forms/select-field'
import { UploadForm } from '@/components/forms/upload-form'
import { DOCUMENT_UPLOADS, toDocuments } from '@/lib/documents/paths'
import { MAX_FILES } from '@/lib/documents/schema'
import { loadFormState } from '@/lib/http/form-state-cookie'
import { MAX_PAGES, MAX_PDF_MB } from '@/lib/pdf/inspect'
import type { ProfilePage } from '../../../_profile/props'
import { kitFields } from './kit-fields'

export async function PdfForm({ journeys, ...page }: ProfilePage & { journeys: Option[] }) {
  const { customer, t } = page
  const hint = t('documents.create.filesHint', { files: MAX_FILES, mb: MAX_PDF_MB, pages: MAX_PAGES })
  return (
    <UploadForm
      action={DOCUMENT_UPLOADS}
      submit={t('documents.create.submitUpload')}
      cancelHref={toDocuments(customer.id)}
      hidden={{ customerId: customer.id }}
      state={await loadFormState(page)}
      texts={formTexts(t)}
    >
      <IdempotencyField />
      {kitFields({ journeys, t })}
      <FileField
        name="files"
        label={t('documents.create.files')}
        hint={hint}
        accept="application/pdf,.pdf"
        multiple
        required
      />
    </UploadForm>
  )
}
