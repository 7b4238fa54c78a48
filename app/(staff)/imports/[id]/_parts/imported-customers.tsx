import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Pager } from '@/components/ui/pager'
import { CHANNELS, type Channel } from '@/lib/contacts/channels'
import { REGISTRATION_FIELDS, type RegistrationField } from '@/lib/customers/fields'
import { toImport } from '@/lib/imports/paths'
import type { ImportRow } from '@/lib/imports/queries'
import { listImportedCustomers, type ImportedCustomer } from '@/lib/imports/customers/results'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'

type Props = { ctx: Ctx; file: ImportRow; cursor: string | undefined; i18n: I18n }

/** Links to the customers that the import created or updated. */
export async function ImportedCustomers({ ctx, file, cursor, i18n: { t, format } }: Props) {
  const isUndone = file.undoFinishedAt !== null
  const { items, nextCursor } = await listImportedCustomers(ctx, file, { cursor, onlyKept: isUndone })
  if (!items.length) return null
  const path = toImport(file.id)
  return (
    <Card title={t(isUndone ? 'imports.results.keptTitle' : 'imports.results.title')}>
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
    cell: ({ customerId, name }) =>
      name === null ? (
        t('imports.results.removed')
      ) : (
        <Link className="link" href={`/customers/${customerId}`}>
          {name}
        </Link>
      ),
  },
  {
    key: 'outcome',
    header: t('imports.results.outcome'),
    fold: true,
    cell: (item) => outcomeOf(item, { t }),
  },
]

function outcomeOf({ created, undoneAt, kept }: ImportedCustomer, { t }: Pick<I18n, 't'>): string {
  if (!undoneAt) return t(created ? 'imports.results.created' : 'imports.results.changed')
  if (!kept.length) return t('imports.results.undone')
  if (kept.includes('customer')) return t('imports.results.keptWhole')
  return t('imports.results.kept', { fields: kept.map((name) => keptName(name, t)).join(', ') })
}

const isChannel = (name: string): name is Channel => (CHANNELS as readonly string[]).includes(name)
const isField = (name: string): name is RegistrationField => (REGISTRATION_FIELDS as readonly string[]).includes(name)

/** The label of a field or channel; an attribute keeps its own name. */
function keptName(name: string, t: I18n['t']): string {
  if (isField(name)) return t(`customers.fields.${name}`)
  return isChannel(name) ? t(`contacts.channel.${name}`) : name
}
