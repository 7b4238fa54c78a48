import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import { toPurchase } from '@/lib/purchases/paths'
import type { CreditView } from '@/lib/purchases/queries'
import { PORTAL_SOURCE } from '@/lib/purchases/source'
import { moneyIn, sourceWords } from './words'

type Props = { rows: readonly CreditView[]; customerId: string; today: string; i18n: I18n }

/** A table of credits with the amount that is left of each and its last day. */
export const CreditTable = ({ rows, customerId, today, i18n }: Props) => (
  <DataTable
    caption={i18n.t('purchases.credits.list')}
    columns={creditColumns(customerId, today, i18n)}
    rows={rows}
    rowKey={({ id }) => id}
  />
)

function creditColumns(customerId: string, today: string, i18n: I18n): Column<CreditView>[] {
  const { t } = i18n
  const money = { fold: true, align: 'end', nowrap: true } as const
  return [
    {
      key: 'credit',
      header: t('purchases.credits.columns.credit'),
      primary: true,
      cell: ({ externalId, purchaseId, source }) => (
        <>
          {purchaseId ? (
            <Link className="link" href={toPurchase(customerId, purchaseId)}>
              {externalId}
            </Link>
          ) : (
            externalId
          )}
          {source !== PORTAL_SOURCE && <small>{sourceWords(source, i18n)}</small>}
        </>
      ),
    },
    {
      key: 'generated',
      header: t('purchases.credits.columns.generated'),
      fold: true,
      nowrap: true,
      cell: ({ generatedAt }) => <Time at={generatedAt} i18n={i18n} withTime={false} />,
    },
    {
      key: 'amount',
      header: t('purchases.credits.columns.amount'),
      ...money,
      cell: ({ currency, amount }) => moneyIn(currency, i18n)(amount),
    },
    {
      key: 'used',
      header: t('purchases.credits.columns.used'),
      ...money,
      cell: ({ currency, used }) => (used ? moneyIn(currency, i18n)(used) : <span className="none">—</span>),
    },
    {
      key: 'left',
      header: t('purchases.credits.columns.left'),
      ...money,
      cell: ({ currency, left }) => moneyIn(currency, i18n)(left),
    },
    {
      key: 'expires',
      header: t('purchases.credits.columns.expires'),
      cell: (row) => <Expiry row={row} today={today} i18n={i18n} />,
    },
  ]
}

function Expiry({ row: { left, expiresOn }, today, i18n }: { row: CreditView; today: string; i18n: I18n }) {
  const { t } = i18n
  const date = expiresOn ? formatDay(expiresOn, i18n) : ''
  if (left <= 0) return <Chip>{t('purchases.credits.spent')}</Chip>
  if (!expiresOn) return <Chip tone="ok">{t('purchases.credits.noExpiry')}</Chip>
  if (expiresOn < today) return <Chip tone="bad">{t('purchases.credits.expired', { date })}</Chip>
  return <Chip tone={isSoon(expiresOn, today) ? 'warn' : 'ok'}>{t('purchases.credits.expiring', { date })}</Chip>
}

const SOON_DAYS = 30
const DAY_MS = 86_400_000

const isSoon = (day: string, today: string) => Date.parse(day) - Date.parse(today) <= SOON_DAYS * DAY_MS
