import { FileField } from '@/components/forms/file-field'
import { OnceKey } from '@/components/forms/once-key'
import type { Option } from '@/components/forms/select-field'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { DOCUMENT_UPLOADS, toDocuments } from '@/lib/documents/paths'
import { MAX_FILES } from '@/lib/documents/schema'
import { MAX_PAGES, MAX_PDF_MB } from '@/lib/pdf/inspect'
import type { ProfilePage } from '../../../_profile/given'
import { kitFields } from './kit-fields'

/** A plain form to the handler that takes files of any size: actions are cut at a megabyte. */
export function UploadForm({ customer, search, journeys, t }: ProfilePage & { journeys: Option[] }) {
  return (
    <form className="form" method="post" encType="multipart/form-data" action={DOCUMENT_UPLOADS}>
      <input type="hidden" name="customerId" value={customer.id} />
      <OnceKey />
      {kitFields({ values: search, journeys, t })}
      <FileField
        name="files"
        label={t('documents.create.files')}
        hint={t('documents.create.filesHint', { files: MAX_FILES, mb: MAX_PDF_MB, pages: MAX_PAGES })}
        accept="application/pdf,.pdf"
        multiple
        required
      />
      <div className="form-actions">
        <Button variant="primary">{t('documents.create.submitUpload')}</Button>
        <ButtonLink href={toDocuments(customer.id)} variant="quiet">
          {t('common.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
