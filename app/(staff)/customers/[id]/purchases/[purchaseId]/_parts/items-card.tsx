import { moneyIn } from '@/components/purchases/words'
import { Card, CardBody } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { I18n } from '@/lib/i18n/translator'
import type { PurchaseDetail } from '@/lib/purchases/queries'
import type { Part } from './props'

type Item = PurchaseDetail['items'][number]

/** The lines of the purchase, each with what was returned of it. */
export function ItemsCard({ purchase, i18n, t }: Part) {
  return (
    <Card id="items" title={t('purchases.page.items')}>
      {purchase.items.length ? (
        <DataTable
          caption={t('purchases.page.items')}
          columns={itemColumns(purchase, i18n)}
          rows={purchase.items}
          rowKey={({ line }) => String(line)}
        />
      ) : (
        <CardBody>{t('purchases.page.noItems')}</CardBody>
      )}
    </Card>
  )
}

function itemColumns({ currency, returns }: PurchaseDetail, i18n: I18n): Column<Item>[] {
  const { t, format } = i18n
  const money = moneyIn(currency, i18n)
  const returnedOf = (line: number) =>
    returns.filter((one) => one.line === line).reduce((sum, { amount }) => sum + amount, 0)
  return [
    {
      key: 'product',
      header: t('purchases.page.product'),
      primary: true,
      cell: ({ line, description, sku }) => (
        <>
          {line}. {description}
          {sku && <small>{t('purchases.page.sku', { sku })}</small>}
          {returnedOf(line) > 0 && (
            <small className="text-warn">{t('purchases.page.lineReturned', { amount: money(returnedOf(line)) })}</small>
          )}
        </>
      ),
    },
    {
      key: 'quantity',
      header: t('purchases.page.quantity'),
      fold: true,
      align: 'end',
      cell: ({ quantity }) => format.number(Number(quantity)),
    },
    {
      key: 'price',
      header: t('purchases.page.unitPrice'),
      fold: true,
      align: 'end',
      nowrap: true,
      cell: ({ unitPrice }) => money(unitPrice),
    },
    {
      key: 'discount',
      header: t('purchases.page.discount'),
      fold: true,
      align: 'end',
      nowrap: true,
      cell: ({ discount }) => (discount ? money(discount) : <span className="none">—</span>),
    },
    {
      key: 'total',
      header: t('purchases.page.lineTotal'),
      align: 'end',
      nowrap: true,
      cell: ({ total }) => money(total),
    },
  ]
}
