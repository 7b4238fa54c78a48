import { CircleCheckBig } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { SectionPager } from '@/components/profile/section-pager'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { APPROVALS } from '@/lib/acceptances/paths'
import { listPending } from '@/lib/acceptances/pending'
import { approvalColumns } from './_parts/columns'

export const generateMetadata = titled('acceptances.approve', ({ t }) => t('acceptances.approvals.title'))

/** The requests to accept that wait for a second person. */
export default page('acceptances.approve', async ({ ctx, search, i18n, t }) => {
  const { items, nextCursor } = await listPending(ctx, search.cursor)
  return (
    <>
      <PageHeader title={t('acceptances.approvals.title')} text={t('acceptances.approvals.text')} />
      <Card>
        {items.length > 0 ? (
          <DataTable
            caption={t('acceptances.approvals.title')}
            columns={approvalColumns(i18n)}
            rows={items}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState
            icon={CircleCheckBig}
            title={t('acceptances.approvals.empty')}
            text={t('acceptances.approvals.emptyText')}
          />
        )}
        <SectionPager i18n={i18n} path={APPROVALS} cursor={search.cursor} nextCursor={nextCursor} />
      </Card>
    </>
  )
})
