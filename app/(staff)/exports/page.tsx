import { Download } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { readChoices } from '@/app/(staff)/reports/_parts/read-choices'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { EXPORTS } from '@/lib/exports/paths'
import { listExports } from '@/lib/exports/queries'
import { CUSTOMER_REPORT } from '@/lib/reports/paths'
import { exportColumns } from './_parts/export-columns'

export const generateMetadata = titled('exports.create', ({ t }) => t('exports.title'))

/** The register of exports (O7): the viewer's own, and for an admin those of all users. */
export default page('exports.create', async ({ ctx, search, i18n, t }) => {
  const { items, nextCursor } = await listExports(ctx, search.cursor)
  return (
    <>
      <PageHeader title={t('exports.title')} text={t('exports.text')} />
      <Card>
        {items.length > 0 ? (
          <DataTable
            caption={t('exports.list.caption')}
            columns={exportColumns(await readChoices(ctx), i18n)}
            rows={items}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState
            icon={Download}
            title={t('exports.emptyTitle')}
            text={t('exports.emptyText')}
            action={<ButtonLink href={CUSTOMER_REPORT}>{t('reports.title')}</ButtonLink>}
          />
        )}
      </Card>
      <Pager
        label={t('exports.list.pages')}
        previousHref={search.cursor ? EXPORTS : undefined}
        previousLabel={t('common.first')}
        nextHref={nextCursor ? `${EXPORTS}?cursor=${encodeURIComponent(nextCursor)}` : undefined}
        nextLabel={t('common.next')}
      />
    </>
  )
})
