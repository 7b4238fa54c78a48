import { Hourglass, SearchX } from '@/components/ui/icons'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'
import { listFiltered, type ReportPage } from '@/lib/reports/customer-filter/list'
import { type Report, reportQuery } from '@/lib/reports/customer-filter/schema'
import { toReport } from '@/lib/reports/paths'
import { withPlaces } from '@/lib/search/list-place/with-places'
import { listReportRows } from '@/lib/search/report-rows'
import { reportColumns } from './report-columns'
import { missingConditions } from '@/components/reports/words'

type Props = { ctx: Ctx; report: Report; after: string | undefined; i18n: I18n }

/** The customers of the report, or which conditions to add when there are too many to read. */
export async function Results({ ctx, report, after, i18n }: Props) {
  const { t } = i18n
  const found = await listFiltered(ctx, report, after)
  if (found === 'too_slow') {
    return (
      <Card>
        <EmptyState
          icon={Hourglass}
          title={t('reports.tooSlow.title')}
          text={t('reports.tooSlow.text', { fields: missingConditions(report, i18n) })}
        />
      </Card>
    )
  }
  const rows = await listReportRows(ctx, found.ids, report.columns)
  const places = { rows, offset: found.offset, after, nextCursor: found.nextCursor }
  return (
    <>
      <Card title={countWords(found, t)}>
        {rows.length > 0 ? (
          <DataTable
            caption={t('reports.caption')}
            columns={reportColumns(report.columns, i18n)}
            rows={withPlaces(ctx.viewer, { report: reportQuery(report) }, places)}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState icon={SearchX} title={t('reports.none.title')} text={t('reports.none.text')} />
        )}
      </Card>
      <Pager
        label={t('reports.pages')}
        previousLabel={t('search.previous')}
        nextLabel={t('search.next')}
        previousHref={found.previousCursor ? toReport(report, found.previousCursor) : undefined}
        nextHref={found.nextCursor ? toReport(report, found.nextCursor) : undefined}
      />
    </>
  )
}

const countWords = ({ counted, hasMore }: ReportPage, t: I18n['t']) =>
  t(hasMore ? 'reports.moreThan' : 'reports.found', { count: counted })
