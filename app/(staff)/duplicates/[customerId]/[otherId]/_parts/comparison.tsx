import { Card, CardBody } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { shownName } from '@/lib/customer-group/shown-name'
import { listPoints } from '@/lib/contacts/queries'
import { getSharedValues } from '@/lib/duplicates/queries/shared-values'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'
import { pointRows, registrationRows, type ComparedRow } from './compared-rows'
import type { BothCustomers } from './open-both'
import { usageRows } from './usage-rows'

type Props = { ctx: Ctx; customers: BothCustomers; i18n: I18n }

/** Both customers side by side: what differs, then what is equal, then how much happened with each. */
export async function Comparison({ ctx, customers, i18n }: Props) {
  const { t } = i18n
  const [one, other] = customers
  const mayReadPoints = ctx.viewer.can('contacts.read')
  const [shared, ...points] = await Promise.all([
    getSharedValues(ctx, one, other),
    mayReadPoints ? listPoints(ctx, one) : [],
    mayReadPoints ? listPoints(ctx, other) : [],
  ])
  const rows = [...registrationRows(customers, shared, i18n), ...pointRows(points, shared, i18n)]
  const columns = columnsOf(customers, t)
  const table = (title: string, some: ComparedRow[], empty: string) => (
    <Card title={title}>
      {some.length ? (
        <DataTable caption={title} columns={columns} rows={some} rowKey={({ key }) => key} />
      ) : (
        <CardBody>{empty}</CardBody>
      )}
    </Card>
  )
  const different = rows.filter(({ isEqual }) => !isEqual)
  const equal = rows.filter(({ isEqual }) => isEqual)
  return (
    <>
      <StaticHtml as="div" className="pair-profiles">
        {customers.map(({ id, ...customer }) => (
          <Link key={id} className="link" href={`/customers/${id}`}>
            {t('duplicates.compare.openProfile')}: {shownName(customer)}
          </Link>
        ))}
      </StaticHtml>
      {table(t('duplicates.compare.different'), different, t('duplicates.compare.nothingDifferent'))}
      {table(t('duplicates.compare.equal'), equal, t('duplicates.compare.nothingEqual'))}
      {table(t('duplicates.compare.use'), usageRows(customers, i18n), '')}
      {!ctx.viewer.can('personal.read') && <p className="text-ink-3 text-sm">{t('duplicates.compare.masked')}</p>}
    </>
  )
}

const columnsOf = ([one, other]: BothCustomers, t: I18n['t']): Column<ComparedRow>[] => {
  const absent = <span className="text-ink-3">{t('duplicates.compare.absent')}</span>
  return [
    { key: 'label', header: t('duplicates.compare.value'), primary: true, cell: ({ label }) => label },
    { key: 'one', header: shownName(one), fold: true, cell: (row) => row.one ?? absent },
    { key: 'other', header: shownName(other), fold: true, cell: (row) => row.other ?? absent },
  ]
}
