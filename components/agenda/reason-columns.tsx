import { Chip } from '@/components/ui/chip'
import type { Column } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { toReason } from '@/lib/agenda/paths'
import type { ReasonView } from '@/lib/agenda/queries/reasons'
import type { I18n } from '@/lib/i18n/translator'
import { causeWords, periodWords, REASON_TONES, reasonStatusWords } from './words'

/** The columns of a customer's reasons (B5). */
export function reasonColumns(customerId: string, i18n: I18n): Column<ReasonView>[] {
  const { t } = i18n
  return [
    {
      key: 'reason',
      header: t('agenda.columns.reason'),
      primary: true,
      words: true,
      cell: (row) => (
        <Link className="link" href={toReason(customerId, row.id)}>
          {row.reason}
        </Link>
      ),
    },
    { key: 'number', header: t('agenda.columns.number'), fold: true, nowrap: true, cell: ({ number }) => number },
    { key: 'status', header: t('agenda.columns.status'), cell: (row) => <ReasonStatus row={row} i18n={i18n} /> },
    { key: 'store', header: t('agenda.columns.store'), fold: true, words: true, cell: ({ storeName }) => storeName },
    {
      key: 'seller',
      header: t('agenda.columns.seller'),
      fold: true,
      words: true,
      cell: ({ sellerName }) => sellerName ?? <span className="text-ink-3">{t('agenda.anySeller')}</span>,
    },
    {
      key: 'period',
      header: t('agenda.columns.period'),
      fold: true,
      words: true,
      cell: (row) => periodWords(row, i18n),
    },
    {
      key: 'created',
      header: t('agenda.columns.createdAt'),
      fold: true,
      nowrap: true,
      cell: ({ createdAt }) => <Time at={createdAt} i18n={i18n} />,
    },
  ]
}

/** The status, and for a cancelled reason why, with the technical text in a disclosure. */
export function ReasonStatus({ row, i18n }: { row: ReasonView; i18n: I18n }) {
  const cause = causeWords(row, i18n)
  return (
    <>
      <Chip tone={REASON_TONES[row.status]}>{reasonStatusWords(row, i18n)}</Chip>
      {cause && <small>{cause.label}</small>}
      {cause?.detail && (
        <Disclosure summary={i18n.t('agenda.reasons.technical')}>
          <code>{cause.detail}</code>
        </Disclosure>
      )}
    </>
  )
}
