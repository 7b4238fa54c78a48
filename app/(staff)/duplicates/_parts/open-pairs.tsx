import { Button } from '@/components/ui/button'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { REVIEW } from '@/lib/duplicates/paths'
import type { ShownPair } from '@/lib/duplicates/queries/shown-pair'
import type { I18n } from '@/lib/i18n/translator'
import { chosenValue } from './chosen'
import { namesOf, pairColumns } from './pair-columns'

type Props = {
  pairs: readonly ShownPair[]
  mayDecide: boolean
  isEveryPairChosen: boolean
  /** The same page with every pair chosen, or none. */
  toggleHref: string
  i18n: I18n
}

/** The open pairs. Whoever may decide chooses some of them in a plain GET form, which leads to the review. */
export function OpenPairs({ pairs, mayDecide, isEveryPairChosen, toggleHref, i18n }: Props) {
  const { t } = i18n
  const table = (columns: Column<ShownPair>[]) => (
    <DataTable
      caption={t('duplicates.title')}
      columns={columns}
      rows={pairs}
      rowKey={({ customerId, otherId }) => `${customerId}.${otherId}`}
    />
  )
  if (!mayDecide) return table(pairColumns(i18n))
  return (
    <StaticHtml as="form" action={REVIEW}>
      {table([chooseColumn(pairs, isEveryPairChosen, i18n), ...pairColumns(i18n)])}
      <div className="pair-actions">
        <Button>{t('duplicates.chosen')}</Button>
        <Link className="link" href={toggleHref}>
          {t(isEveryPairChosen ? 'duplicates.chooseNone' : 'duplicates.chooseAll')}
        </Link>
      </div>
    </StaticHtml>
  )
}

const chooseColumn = (pairs: readonly ShownPair[], isChosen: boolean, { t }: I18n): Column<ShownPair> => ({
  key: 'choose',
  header: t('duplicates.columns.choose'),
  cell: (pair) => (
    <label className="pair-choice">
      <input
        type="checkbox"
        name={`pair-${pairs.indexOf(pair)}`}
        value={chosenValue(pair)}
        defaultChecked={isChosen}
        aria-label={t('duplicates.chooseOf', namesOf(pair))}
      />
    </label>
  ),
})
