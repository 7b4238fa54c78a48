import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Pager } from '@/components/ui/pager'
import { toImport } from '@/lib/imports/paths'
import type { ImportRow } from '@/lib/imports/queries'
import { listImportedCustomers, type ImportedCustomer } from '@/lib/imports/results'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'

type Props = { ctx: Ctx; file: ImportRow; cursor: string | undefined; i18n: I18n }

/** Links to the customers that the import created or updated. */
export async function ImportedCustomers({ ctx, file, cursor, i18n: { t, format } }: Props) {
  const { items, nextCursor } = await listImportedCustomers(ctx, file, cursor)
  if (!items.length) return null
  const path = toImport(file.id)
  return (
    <Card title={t('imports.results.title')}>
      <DataTable
        caption={t('imports.results.caption')}
        columns={columns({ t, format })}
        rows={items}
        rowKey={({ row, customerId }) => `${row}-${customerId}`}
      />
      <Pager
        label={t('imports.results.pages')}
        previousHref={cursor ? path : undefined}
        previousLabel={t('common.first')}
        nextHref={nextCursor ? `${path}?cursor=${nextCursor}` : undefined}
        nextLabel={t('common.next')}
      />
    </Card>
  )
}

const columns = ({ t, format }: Pick<I18n, 't' | 'format'>): Column<ImportedCustomer>[] => [
  {
    key: 'row',
    header: t('imports.results.row'),
    align: 'end',
    fold: true,
    cell: ({ row }) => format.number(row),
  },
  {
    key: 'customer',
    header: t('imports.results.customer'),
    primary: true,
    cell: ({ customerId, name }) => (
      <Link className="link" href={`/customers/${customerId}`}>
        {name}
      </Link>
    ),
  },
  {
    key: 'outcome',
    header: t('imports.results.outcome'),
    fold: true,
    cell: ({ created }) => t(created ? 'imports.results.created' : 'imports.results.changed'),
  },
]
