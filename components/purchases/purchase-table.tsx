import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import type { ListedPurchase } from '@/lib/purchases/list'
import { toPurchase } from '@/lib/purchases/paths'
import { PORTAL_SOURCE } from '@/lib/purchases/source'
import { moneyIn, SITUATION_TONES, sourceWords } from './words'

type Props = { rows: readonly ListedPurchase[]; customerId: string; i18n: I18n }

/** Purchases with their amounts, products, store, seller and situation (B3). */
export const PurchaseTable = ({ rows, customerId, i18n }: Props) => (
  <DataTable
    caption={i18n.t('purchases.title')}
    columns={purchaseColumns(customerId, i18n)}
    rows={rows}
    rowKey={({ id }) => id}
  />
)

const none = <span className="none">—</span>

function purchaseColumns(customerId: string, i18n: I18n): Column<ListedPurchase>[] {
  const { t } = i18n
  const amount = (of: (row: ListedPurchase) => number) => (row: ListedPurchase) =>
    of(row) ? moneyIn(row.currency, i18n)(of(row)) : none
  const money = { fold: true, align: 'end', nowrap: true } as const
  return [
    {
      key: 'purchase',
      header: t('purchases.columns.purchase'),
      primary: true,
      cell: ({ id, externalId, source }) => (
        <>
          <Link className="link purchase-number" href={toPurchase(customerId, id)}>
            {externalId}
          </Link>
          {source !== PORTAL_SOURCE && <small>{sourceWords(source, i18n)}</small>}
        </>
      ),
    },
    {
      key: 'date',
      header: t('purchases.columns.date'),
      fold: true,
      nowrap: true,
      cell: ({ purchasedAt }) => <Time at={purchasedAt} i18n={i18n} withTime={false} />,
    },
    {
      key: 'total',
      header: t('purchases.columns.total'),
      ...money,
      cell: (row) => moneyIn(row.currency, i18n)(row.total),
    },
    { key: 'returned', header: t('purchases.columns.returned'), ...money, cell: amount(({ returned }) => returned) },
    { key: 'excluded', header: t('purchases.columns.excluded'), ...money, cell: amount(({ excluded }) => excluded) },
    {
      key: 'products',
      header: t('purchases.columns.products'),
      fold: true,
      cell: ({ products, lines }) =>
        products.length
          ? t('purchases.products', { names: products.join(', '), more: lines - products.length }).trim()
          : none,
    },
    {
      key: 'store',
      header: t('purchases.columns.store'),
      fold: true,
      words: true,
      cell: ({ storeName, sellerName }) => [storeName, sellerName].filter(Boolean).join(' · ') || none,
    },
    {
      key: 'situation',
      header: t('purchases.columns.situation'),
      cell: ({ situation, sourceSituation }) => (
        <>
          <Chip tone={SITUATION_TONES[situation]}>{t(`purchases.situations.${situation}`)}</Chip>
          {sourceSituation && <small>{sourceSituation}</small>}
        </>
      ),
    },
  ]
}
