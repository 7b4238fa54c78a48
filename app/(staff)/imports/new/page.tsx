import { ShieldAlert } from '@/components/ui/icons'
import { FileField } from '@/components/forms/file-field'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { SelectField } from '@/components/forms/select-field'
import { UploadForm } from '@/components/forms/upload-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { env } from '@/lib/env'
import { IMPORTS, UPLOADS } from '@/lib/imports/paths'
import { KIND_NAMES, kindIn } from '@/lib/imports/kinds/columns'
import { mayImport } from '@/lib/imports/policy'
import { loadFormState } from '@/lib/http/form-state-cookie'
import { page, titled } from '@/app/_frame/staff-page'

export const generateMetadata = titled('imports.run', ({ t }) => t('imports.upload.title'))

export default page('imports.run', async (props) => {
  const { ctx, search, t } = props
  if (!mayImport(ctx.viewer)) {
    return (
      <Card>
        <EmptyState icon={ShieldAlert} title={t('imports.scopeTitle')} text={t('imports.scopeText')} />
      </Card>
    )
  }
  return (
    <>
      <Breadcrumb items={[{ href: IMPORTS, label: t('imports.title') }, { label: t('imports.upload.title') }]} />
      <PageHeader title={t('imports.upload.title')} text={t('imports.upload.text')} />
      <div className="grid max-w-3xl gap-4">
        <Card>
          <CardBody>
            <UploadForm
              action={UPLOADS}
              submit={t('imports.upload.submit')}
              cancelHref={IMPORTS}
              state={await loadFormState(props)}
              texts={formTexts(t)}
            >
              <IdempotencyField />
              <SelectField
                name="kind"
                label={t('imports.upload.kind')}
                options={KIND_NAMES.map((value) => ({ value, label: t(`imports.kinds.${value}`) }))}
                defaultValue={kindIn(search.kind)}
                required
              />
              <FileField
                name="file"
                label={t('imports.upload.file')}
                hint={t('imports.upload.hint', { mb: env().IMPORT_MAX_MB })}
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                required
              />
            </UploadForm>
          </CardBody>
        </Card>
        <Card title={t('imports.upload.howTitle')}>
          <CardBody>
            <ul className="list-disc space-y-2 pl-5">
              <li>{t('imports.upload.how1')}</li>
              <li>{t('imports.upload.how2')}</li>
              <li>{t('imports.upload.how3')}</li>
              <li>{t('imports.upload.how4')}</li>
              <li>{t('imports.upload.how5')}</li>
            </ul>
          </CardBody>
        </Card>
      </div>
    </>
  )
})
