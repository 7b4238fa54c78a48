import { FileInput, ShieldAlert } from '@/components/ui/icons'
import { StatusChip } from './_parts/status-chip'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Time } from '@/components/ui/time'
import { IMPORTS, NEW_IMPORT, toImport } from '@/lib/imports/paths'
import { mayImport } from '@/lib/imports/policy'
import { listImports, type ImportRow } from '@/lib/imports/queries'
import type { I18n } from '@/lib/i18n/translator'
import { page, titled } from '@/app/_frame/staff-page'

export const generateMetadata = titled('imports.run', ({ t }) => t('imports.title'))

export default page('imports.run', async ({ ctx, search, t, format }) => {
  const { items, nextCursor } = await listImports(ctx, search.cursor)
  const allowed = mayImport(ctx.viewer)
  const toNew = (
    <ButtonLink href={NEW_IMPORT} variant="primary">
      {t('imports.new')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('imports.title')} text={t('imports.text')} actions={allowed && items.length > 0 && toNew} />
      <Card>
        {!allowed && <EmptyState icon={ShieldAlert} title={t('imports.scopeTitle')} text={t('imports.scopeText')} />}
        {allowed && items.length === 0 && (
          <EmptyState icon={FileInput} title={t('imports.emptyTitle')} text={t('imports.emptyText')} action={toNew} />
        )}
        {items.length > 0 && (
          <DataTable
            caption={t('imports.list.caption')}
            columns={columns({ t, format })}
            rows={items}
            rowKey={(row) => row.id}
          />
        )}
      </Card>
      <Pager
        label={t('imports.list.pages')}
        previousHref={search.cursor ? IMPORTS : undefined}
        previousLabel={t('common.first')}
        nextHref={nextCursor ? `${IMPORTS}?cursor=${encodeURIComponent(nextCursor)}` : undefined}
        nextLabel={t('common.next')}
      />
    </>
  )
})

const columns = ({ t, format }: Pick<I18n, 't' | 'format'>) => [
  {
    key: 'file',
    header: t('imports.list.file'),
    primary: true,
    cell: (row: ImportRow) => (
      <Link className="link" href={toImport(row.id)}>
        {row.fileName}
      </Link>
    ),
  },
  {
    key: 'status',
    header: t('imports.list.status'),
    cell: (row: ImportRow) => <StatusChip status={row.status} t={t} />,
  },
  {
    key: 'kind',
    header: t('imports.list.kind'),
    fold: true,
    cell: (row: ImportRow) => t(`imports.kinds.${row.kind}`),
  },
  {
    key: 'rows',
    header: t('imports.list.rows'),
    fold: true,
    align: 'end' as const,
    cell: (row: ImportRow) => format.number(row.rowsDone),
  },
  {
    key: 'rejected',
    header: t('imports.counts.rejected'),
    fold: true,
    align: 'end' as const,
    cell: (row: ImportRow) => format.number(row.rejected),
  },
  { key: 'by', header: t('imports.list.by'), fold: true, cell: (row: ImportRow) => row.createdByName },
  {
    key: 'at',
    header: t('imports.list.at'),
    fold: true,
    cell: (row: ImportRow) => <Time at={row.createdAt} i18n={{ format, t }} />,
  },
]
