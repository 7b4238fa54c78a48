import { page, titled } from '@/app/_frame/staff-page'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ChartBar } from '@/components/ui/icons'
import { PageHeader } from '@/components/ui/page-header'
import { formatDay } from '@/lib/i18n/format-day'
import { AGENDA, AGENDA_REPORT } from '@/lib/seller-agenda/paths'
import { PERIOD_DAYS_MAX, readPeriod } from '@/lib/seller-agenda/report/period'
import { readAgendaReport } from '@/lib/seller-agenda/report/read-report'
import { chosenReportScope, listAgendaChoices } from '@/lib/seller-agenda/agenda-scope'
import { ReportFilter } from '../_parts/report-filter'
import { reportColumns, withTotals } from './_parts/report-columns'

export const generateMetadata = titled('agenda.manage', ({ t }) => t('sellerAgenda.report.title'))

/** What became of the reasons and contacts of a period, for each store and seller, with the sales that they influenced (B8). */
export default page('agenda.manage', async ({ ctx, search, i18n, t }) => {
  const choices = await listAgendaChoices(ctx)
  const { problem, ...period } = readPeriod(search, ctx.now)
  const report = problem ? null : await readAgendaReport(ctx, chosenReportScope(choices, search), period)
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ href: AGENDA, label: t('sellerAgenda.title') }, { label: t('sellerAgenda.report.title') }]}
      />
      <PageHeader
        title={t('sellerAgenda.report.title')}
        text={
          problem
            ? undefined
            : t('sellerAgenda.report.period', { from: formatDay(period.from, i18n), to: formatDay(period.to, i18n) })
        }
      />
      <ReportFilter
        path={AGENDA_REPORT}
        choices={choices}
        search={search}
        period={{ ...period, problem }}
        i18n={i18n}
      />
      {problem && <Banner tone="bad">{t(`sellerAgenda.report.problems.${problem}`, { days: PERIOD_DAYS_MAX })}</Banner>}
      {report && (
        <div className="agenda-report">
          <Card>
            {report.rows.length ? (
              <DataTable
                caption={t('sellerAgenda.report.title')}
                columns={reportColumns(period, search, i18n)}
                rows={withTotals(report)}
                rowKey={({ storeId, sellerId }) => `${storeId} ${sellerId}`}
              />
            ) : (
              <EmptyState
                icon={<ChartBar />}
                title={t('sellerAgenda.report.empty')}
                text={t('sellerAgenda.report.emptyText')}
              />
            )}
          </Card>
          <Card title={t('sellerAgenda.report.rules')}>
            <CardBody>
              <ul className="list-disc pl-5">
                <li>{t('sellerAgenda.report.rule.reasons')}</li>
                <li>{t('sellerAgenda.report.rule.contacts')}</li>
                <li>{t('sellerAgenda.report.rule.influence', { days: report.influenceDays })}</li>
              </ul>
            </CardBody>
          </Card>
        </div>
      )}
    </>
  )
})
