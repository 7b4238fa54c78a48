import { page, titled } from '@/app/_frame/staff-page'
import { SectionPager } from '@/components/profile/section-pager'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ChartBar } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import { AGENDA, toInfluencedSales, toReport } from '@/lib/seller-agenda/paths'
import { type InfluencedSale, listInfluencedSales } from '@/lib/seller-agenda/report/list-influenced'
import { PERIOD_DAYS_MAX, readPeriod } from '@/lib/seller-agenda/report/period'
import { chosenReportScope, listAgendaChoices } from '@/lib/seller-agenda/agenda-scope'
import { formatMoney } from '@/lib/values/money'
import { ReportFilter } from '../../_parts/report-filter'

export const generateMetadata = titled('agenda.manage', ({ t }) => t('sellerAgenda.sales.title'))

/** The purchases behind the influenced sales of the report, each with the contact that it belongs to. */
export default page('agenda.manage', async ({ ctx, search, i18n, t }) => {
  const choices = await listAgendaChoices(ctx)
  const { problem, ...period } = readPeriod(search, ctx.now)
  const found = problem
    ? null
    : await listInfluencedSales(ctx, chosenReportScope(choices, search), period, search.cursor)
  const query = { ...period, seller: search.seller, store: search.store }
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[
          { href: AGENDA, label: t('sellerAgenda.title') },
          { href: toReport(query), label: t('sellerAgenda.report.title') },
          { label: t('sellerAgenda.sales.title') },
        ]}
      />
      <PageHeader
        title={t('sellerAgenda.sales.title')}
        text={found ? t('sellerAgenda.report.rule.influence', { days: found.influenceDays }) : undefined}
      />
      <ReportFilter
        path={toInfluencedSales({})}
        choices={choices}
        search={search}
        period={{ ...period, problem }}
        i18n={i18n}
      />
      {problem && <Banner tone="bad">{t(`sellerAgenda.report.problems.${problem}`, { days: PERIOD_DAYS_MAX })}</Banner>}
      {found && (
        <Card>
          {found.sales.length ? (
            <DataTable
              caption={t('sellerAgenda.sales.title')}
              columns={saleColumns(i18n)}
              rows={found.sales}
              rowKey={({ purchaseId }) => purchaseId}
            />
          ) : (
            <EmptyState
              icon={<ChartBar />}
              title={t('sellerAgenda.sales.empty')}
              text={t('sellerAgenda.sales.emptyText')}
            />
          )}
          <SectionPager
            i18n={i18n}
            path={toInfluencedSales({})}
            query={query}
            cursor={search.cursor}
            nextCursor={found.nextCursor}
          />
        </Card>
      )}
    </>
  )
})

function saleColumns(i18n: I18n): Column<InfluencedSale>[] {
  const { t, locale } = i18n
  return [
    {
      key: 'customer',
      header: t('sellerAgenda.sales.columns.customer'),
      primary: true,
      cell: ({ customerId, customerName }) =>
        customerId ? (
          <Link className="link" href={`/customers/${customerId}`}>
            {customerName}
          </Link>
        ) : (
          <span className="text-ink-3">{t('sellerAgenda.sales.otherStore')}</span>
        ),
    },
    {
      key: 'purchase',
      header: t('sellerAgenda.sales.columns.purchase'),
      fold: true,
      cell: (row) => row.externalId ?? '—',
    },
    {
      key: 'at',
      header: t('sellerAgenda.sales.columns.at'),
      fold: true,
      nowrap: true,
      cell: ({ purchasedAt }) => <Time at={purchasedAt} i18n={i18n} />,
    },
    {
      key: 'contact',
      header: t('sellerAgenda.sales.columns.contact'),
      fold: true,
      cell: ({ means, contactedAt, sellerName, storeName }) => (
        <>
          {t(`agenda.means.${means}`)} · <Time at={contactedAt} i18n={i18n} />
          <small>{t('sellerAgenda.reasons.forSeller', { seller: sellerName, store: storeName })}</small>
        </>
      ),
    },
    {
      key: 'net',
      header: t('sellerAgenda.sales.columns.net'),
      fold: true,
      align: 'end',
      nowrap: true,
      cell: ({ net, currency }) => formatMoney({ amount: net, currency }, locale),
    },
  ]
}
