import { Filter } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { readChoices } from '@/app/(staff)/reports/_parts/read-choices'
import type { Choices } from '@/components/reports/choices'
import { queryWords } from '@/components/reports/words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { buttonClass } from '@/components/ui/variants'
import type { I18n } from '@/lib/i18n/translator'
import { CUSTOMER_REPORT, toView, toViewSettings } from '@/lib/reports/paths'
import { listViews, type SavedView } from '@/lib/reports/views/queries'

export const generateMetadata = titled('customers.read', ({ t }) => t('reports.views.title'))

/** The viewer's own views, and those that are shared with their role. */
export default page('customers.read', async ({ ctx, i18n, t }) => {
  const views = await listViews(ctx)
  return (
    <>
      <Breadcrumb items={[{ href: CUSTOMER_REPORT, label: t('reports.title') }, { label: t('reports.views.title') }]} />
      <PageHeader title={t('reports.views.title')} text={t('reports.views.text')} />
      <Card>
        {views.length > 0 ? (
          <DataTable
            caption={t('reports.views.title')}
            columns={viewColumns(ctx.viewer.userId, await readChoices(ctx), i18n)}
            rows={views}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState icon={Filter} title={t('reports.views.none')} text={t('reports.views.noneText')} />
        )}
      </Card>
    </>
  )
})

const viewColumns = (userId: string, choices: Choices, i18n: I18n): Column<SavedView>[] => {
  const { t } = i18n
  return [
    {
      key: 'name',
      header: t('reports.views.name'),
      primary: true,
      cell: ({ id, name }) => (
        <Link className="link" href={toView(id)}>
          {name}
        </Link>
      ),
    },
    {
      key: 'filter',
      header: t('reports.views.filter'),
      fold: true,
      cell: ({ query }) => queryWords(query, choices, i18n),
    },
    {
      key: 'owner',
      header: t('reports.views.owner'),
      fold: true,
      cell: ({ ownerId, ownerName }) => (ownerId === userId ? t('reports.views.mine') : ownerName),
    },
    {
      key: 'shared',
      header: t('reports.views.sharedWith'),
      fold: true,
      cell: ({ sharedWith }) => (sharedWith ? t(`users.roles.${sharedWith}`) : t('reports.views.nobody')),
    },
    {
      key: 'settings',
      header: t('search.columns.actions'),
      align: 'end',
      cell: ({ id, ownerId, name }) =>
        ownerId === userId && (
          <Link className={buttonClass('secondary', 'sm')} href={toViewSettings(id)}>
            {t('reports.views.change')}
            <span className="sr-only"> {name}</span>
          </Link>
        ),
    },
  ]
}
