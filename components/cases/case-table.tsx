import { Chip, type Tone } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { CaseRow } from '@/lib/cases/columns'
import { toCase } from '@/lib/cases/paths'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import { rowStateWords } from './words'

type Row = CaseRow & {
  /** The surviving record and its name, where the list is about several customers. */
  rootId?: string
  customerName?: string
}

type Props = { caption: string; rows: readonly Row[]; customerId?: string; today: string; i18n: I18n }

/** Cases with number, state, assigned user and creation date (K1). Without `customerId` each row also names its customer. */
export const CaseTable = ({ caption, rows, customerId, today, i18n }: Props) => (
  <DataTable
    caption={caption}
    columns={customerId ? caseColumns(i18n, today, customerId) : queueColumns(i18n, today)}
    rows={rows}
    rowKey={({ id }) => id}
  />
)

const PRIORITY_TONES: Partial<Record<CaseRow['priority'], Tone>> = { high: 'warn', urgent: 'bad' }

function caseColumns(i18n: I18n, today: string, customerId?: string): Column<Row>[] {
  const { t } = i18n
  return [
    {
      key: 'case',
      header: t('cases.columns.case'),
      primary: true,
      cell: (row) => (
        <>
          <Link className="link" href={toCase(customerId ?? row.rootId ?? row.customerId, row.id)}>
            {t('cases.number', { number: String(row.number) })} · {row.subject}
          </Link>{' '}
          {PRIORITY_TONES[row.priority] && (
            <Chip tone={PRIORITY_TONES[row.priority]}>{t(`cases.priorities.${row.priority}`)}</Chip>
          )}
        </>
      ),
    },
    {
      key: 'state',
      header: t('cases.columns.state'),
      cell: (row) => <Chip tone={row.closedAt ? 'neutral' : 'accent'}>{rowStateWords(row, t)}</Chip>,
    },
    {
      key: 'assigned',
      header: t('cases.columns.assigned'),
      fold: true,
      cell: ({ assignedName }) => assignedName ?? <span className="text-ink-3">{t('cases.unassigned')}</span>,
    },
    {
      key: 'due',
      header: t('cases.columns.due'),
      fold: true,
      nowrap: true,
      cell: (row) => <Due row={row} today={today} i18n={i18n} />,
    },
    {
      key: 'created',
      header: t('cases.columns.created'),
      fold: true,
      align: 'end',
      nowrap: true,
      cell: ({ createdAt }) => <Time at={createdAt} i18n={i18n} />,
    },
  ]
}

function queueColumns(i18n: I18n, today: string): Column<Row>[] {
  const [first, ...rest] = caseColumns(i18n, today)
  const customer: Column<Row> = {
    key: 'customer',
    header: i18n.t('cases.columns.customer'),
    fold: true,
    cell: ({ rootId, customerId, customerName }) => (
      <Link className="link" href={`/customers/${rootId ?? customerId}`}>
        {customerName}
      </Link>
    ),
  }
  return [first!, customer, ...rest]
}

function Due({ row: { dueOn, closedAt }, today, i18n }: { row: Row; today: string; i18n: I18n }) {
  if (!dueOn) return <span className="text-ink-3">—</span>
  if (closedAt || dueOn >= today) return formatDay(dueOn, i18n)
  return <Chip tone="bad">{i18n.t('cases.overdue', { date: formatDay(dueOn, i18n) })}</Chip>
}
