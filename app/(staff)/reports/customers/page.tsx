import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { readChoices } from '@/app/(staff)/reports/_parts/read-choices'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page-header'
import { toNewExport } from '@/lib/exports/paths'
import { EMPTY_REPORT, parseReport, reportQuery } from '@/lib/reports/customer-filter/schema'
import { toNewView, VIEWS } from '@/lib/reports/paths'
import { getView } from '@/lib/reports/views/queries'
import { FilterCard } from './_parts/filter-card'
import { Results } from './_parts/results'

export const generateMetadata = titled(
  'customers.read',
  async ({ ctx, search, t }) => (await getView(ctx, search.view))?.view.name ?? t('reports.title'),
)

/**
 * The report "Filtro de clientes" (F10): a form with conditions, which the address contains, and the customers that meet them. A saved view
 * fills in the form.
 */
export default page('customers.read', async ({ ctx, search, i18n, t }) => {
  const saved = await getView(ctx, search.view)
  if (search.view && !saved) notFound()
  const parsed = saved ? { ok: true as const, report: saved.report } : parseReport(search)
  const choices = await readChoices(ctx)
  const report = parsed.ok ? parsed.report : EMPTY_REPORT
  return (
    <>
      <PageHeader
        title={saved?.view.name ?? t('reports.title')}
        text={saved ? t('reports.views.savedBy', { name: saved.view.ownerName }) : t('reports.text')}
        actions={
          <>
            <ButtonLink href={VIEWS}>{t('reports.views.title')}</ButtonLink>
            {parsed.ok && ctx.viewer.can('exports.create') && (
              <ButtonLink href={toNewExport(reportQuery(report))}>{t('exports.submit')}</ButtonLink>
            )}
            {parsed.ok && !saved && <ButtonLink href={toNewView(report)}>{t('reports.views.save')}</ButtonLink>}
          </>
        }
      />
      <div className="grid gap-4">
        <FilterCard
          typed={parsed.ok ? undefined : search}
          report={report}
          errors={parsed.ok ? {} : parsed.fields}
          choices={choices}
          i18n={i18n}
        />
        {parsed.ok && <Results ctx={ctx} report={report} after={search.after} i18n={i18n} />}
      </div>
    </>
  )
})
