import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Pager } from '@/components/ui/pager'
import { toImport } from '@/lib/imports/paths'
import { listImportedRecords, type ImportedRecord } from '@/lib/imports/purchases/results'
import type { ImportRow } from '@/lib/imports/queries'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'

type Props = { ctx: Ctx; file: ImportRow; cursor: string | undefined; i18n: I18n }

/** The purchases and credits that the import created or updated, with links to their customers. */
export async function ImportedRecords({ ctx, file, cursor, i18n: { t, format } }: Props) {
  const isUndone = file.undoFinishedAt !== null
  const { items, nextCursor } = await listImportedRecords(ctx, file, { cursor, onlyKept: isUndone })
  if (!items.length) return null
  const path = toImport(file.id)
  return (
    <Card title={t(isUndone ? 'imports.records.keptTitle' : 'imports.records.title')}>
      <DataTable
        caption={t('imports.records.caption')}
        columns={columns({ t, format })}
        rows={items}
        rowKey={({ kind, parentKey, key }) => JSON.stringify([kind, parentKey, key])}
      />
      <Pager
        label={t('imports.records.pages')}
        previousHref={cursor ? path : undefined}
        previousLabel={t('common.first')}
        nextHref={nextCursor ? `${path}?cursor=${nextCursor}` : undefined}
        nextLabel={t('common.next')}
      />
    </Card>
  )
}

const columns = ({ t, format }: Pick<I18n, 't' | 'format'>): Column<ImportedRecord>[] => [
  { key: 'row', header: t('imports.results.row'), align: 'end', fold: true, cell: ({ row }) => format.number(row) },
  {
    key: 'what',
    header: t('imports.records.what'),
    primary: true,
    cell: ({ kind, parentKey, key }) =>
      t(`imports.records.kinds.${kind}`, { parent: parentKey, key: key || parentKey }),
  },
  {
    key: 'customer',
    header: t('imports.results.customer'),
    fold: true,
    cell: ({ customerId, customerName }) => (
      <Link className="link" href={`/customers/${customerId}`}>
        {customerName}
      </Link>
    ),
  },
  { key: 'outcome', header: t('imports.results.outcome'), fold: true, cell: (item) => outcomeOf(item, t) },
]

function outcomeOf({ created, undoneAt, kept }: ImportedRecord, t: I18n['t']): string {
  if (undoneAt) return t(kept ? 'imports.results.keptWhole' : 'imports.results.undone')
  return t(created ? 'imports.outcomes.createdRow' : 'imports.results.changed')
}
