import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { buttonClass } from '@/components/ui/variants'
import { toReport } from '@/lib/imports/paths'
import { maySeeRows } from '@/lib/imports/policy'
import { listReportedRows, type ImportRow, type ReportedRow, type RowOutcome } from '@/lib/imports/queries'
import { sayReason } from '@/lib/imports/reasons'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'

const CELLS_SHOWN = 4

type Props = { ctx: Ctx; file: ImportRow; outcome: RowOutcome; i18n: Pick<I18n, 't' | 'format'> }

/** The first rows that were rejected or imported in part, with the reasons, and a link to all of them as CSV. */
export async function ReportedRows({ ctx, file, outcome, i18n: { t, format } }: Props) {
  if (!file[outcome]) return null
  const title = t(`imports.problems.${outcome}Title`)
  if (!maySeeRows(ctx.viewer, file)) {
    return (
      <Card title={title}>
        <CardBody>
          <Banner>{t('imports.problems.hidden')}</Banner>
        </CardBody>
      </Card>
    )
  }
  const rows = await listReportedRows(ctx, file, { outcome })
  const columns = [
    {
      key: 'row',
      header: t('imports.problems.row'),
      align: 'end' as const,
      fold: true,
      cell: ({ row }: ReportedRow) => format.number(row),
    },
    {
      key: 'reasons',
      header: t('imports.problems.reasons'),
      primary: true,
      cell: ({ reasons }: ReportedRow) => reasons.map((reason, at) => <div key={at}>{sayReason(t, reason)}</div>),
    },
    ...(outcome === 'noted' ? [customerColumn(t)] : []),
    {
      key: 'content',
      header: t('imports.problems.content'),
      fold: true,
      cell: ({ cells }: ReportedRow) => cells.filter(Boolean).slice(0, CELLS_SHOWN).join(' · '),
    },
  ]
  const download = (
    <a className={buttonClass('secondary', 'sm')} href={toReport(file.id, outcome)} download>
      {t('imports.problems.download')}
    </a>
  )
  return (
    <Card title={title} action={download}>
      <DataTable
        caption={t('imports.problems.first', { count: rows.length })}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row)}
      />
    </Card>
  )
}

const customerColumn = (t: I18n['t']): Column<ReportedRow> => ({
  key: 'customer',
  header: t('imports.problems.customer'),
  fold: true,
  cell: ({ customerId }) =>
    customerId && (
      <Link className="link" href={`/customers/${customerId}`}>
        {t('imports.problems.open')}
      </Link>
    ),
})
