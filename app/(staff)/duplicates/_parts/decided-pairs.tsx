import { Button } from '@/components/ui/button'
import { DataTable, type Column } from '@/components/ui/data-table'
import { DUPLICATE_FORM } from '@/lib/duplicates/paths'
import type { ShownPair } from '@/lib/duplicates/queries/shown-pair'
import type { I18n } from '@/lib/i18n/translator'
import { namesOf, pairColumns } from './pair-columns'

type Props = { pairs: readonly ShownPair[]; mayDecide: boolean; i18n: I18n }

/** Pairs that somebody decided are different, each with a button that takes the decision back. */
export const DecidedPairs = ({ pairs, mayDecide, i18n }: Props) => (
  <DataTable
    caption={i18n.t('duplicates.tabs.decided')}
    columns={[...pairColumns(i18n), decisionColumn(i18n), ...(mayDecide ? [reopenColumn(i18n)] : [])]}
    rows={pairs}
    rowKey={({ customerId, otherId }) => `${customerId}.${otherId}`}
  />
)

const decisionColumn = ({ t, format }: I18n): Column<ShownPair> => ({
  key: 'decision',
  header: t('duplicates.columns.decision'),
  fold: true,
  cell: ({ decided }) =>
    decided && (
      <>
        {t('duplicates.decidedBy', { name: decided.by ?? '—', date: format.dateTime(decided.at, 'day') })}
        {decided.reason && <small>{decided.reason}</small>}
      </>
    ),
})

const reopenColumn = ({ t }: I18n): Column<ShownPair> => ({
  key: 'reopen',
  header: t('duplicates.reopen'),
  align: 'end',
  cell: (pair) => (
    <Button
      id={`reopen-${pair.customerId.slice(0, 8)}-${pair.otherId.slice(0, 8)}`}
      form={DUPLICATE_FORM}
      name="intent"
      value={`reopen:${pair.customerId}:${pair.otherId}`}
      size="sm"
      aria-label={t('duplicates.reopenOf', namesOf(pair))}
    >
      {t('duplicates.reopen')}
    </Button>
  ),
})
