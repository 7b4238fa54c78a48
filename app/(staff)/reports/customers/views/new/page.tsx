import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { TextField } from '@/components/forms/text-field'
import { readChoices } from '@/app/(staff)/reports/_parts/read-choices'
import { reportWords } from '@/components/reports/words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { saveViewAction } from '@/lib/reports/actions'
import { reportOf, reportQuery } from '@/lib/reports/customer-filter/schema'
import { CUSTOMER_REPORT, toReport } from '@/lib/reports/paths'

export const generateMetadata = titled('customers.read', ({ t }) => t('reports.views.save'))

/** The form that gives a report a name. */
export default page('customers.read', async ({ ctx, search, i18n, t }) => {
  const report = reportOf(search.query ?? '')
  if (!report) notFound()
  return (
    <>
      <Breadcrumb items={[{ href: CUSTOMER_REPORT, label: t('reports.title') }, { label: t('reports.views.save') }]} />
      <PageHeader title={t('reports.views.save')} text={reportWords(report, await readChoices(ctx), i18n)} />
      <Card>
        <CardBody>
          <ActionForm
            action={saveViewAction}
            submit={t('common.save')}
            cancelHref={toReport(report)}
            hidden={{ query: reportQuery(report) }}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <TextField name="name" label={t('reports.views.name')} required maxLength={80} autoComplete="off" />
          </ActionForm>
        </CardBody>
      </Card>
    </>
  )
})
