import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { SelectField } from '@/components/forms/select-field'
import { readChoices } from '@/app/(staff)/reports/_parts/read-choices'
import { columnWords, reportWords } from '@/components/reports/words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { PageHeader } from '@/components/ui/page-header'
import { requestExportAction } from '@/lib/exports/actions'
import { EXPORTS } from '@/lib/exports/paths'
import { DELIMITERS } from '@/lib/exports/schema'
import { reportOf, reportQuery } from '@/lib/reports/customer-filter/schema'
import { toReport } from '@/lib/reports/paths'

export const generateMetadata = titled('exports.create', ({ t }) => t('exports.new'))

/** The form that exports the customers of a report. */
export default page('exports.create', async ({ ctx, search, i18n, t }) => {
  const report = reportOf(search.query ?? '')
  if (!report) notFound()
  return (
    <>
      <Breadcrumb items={[{ href: EXPORTS, label: t('exports.title') }, { label: t('exports.new') }]} />
      <PageHeader title={t('exports.new')} text={t('exports.newText')} />
      <Card>
        <DefinitionList
          items={[
            { label: t('exports.list.filter'), value: reportWords(report, await readChoices(ctx), i18n) },
            { label: t('exports.columns'), value: columnWords(report, i18n) },
          ]}
        />
        <CardBody>
          <ActionForm
            action={requestExportAction}
            submit={t('exports.submit')}
            cancelHref={toReport(report)}
            hidden={{ query: reportQuery(report) }}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <SelectField
              name="delimiter"
              label={t('exports.delimiter')}
              required
              defaultValue={ctx.viewer.locale === 'en' ? 'comma' : 'semicolon'}
              options={DELIMITERS.map((value) => ({ value, label: t(`exports.delimiters.${value}`) }))}
            />
          </ActionForm>
        </CardBody>
      </Card>
    </>
  )
})
