import { Plus, ShoppingBag } from '@/components/ui/icons'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { CreditTable } from '@/components/purchases/credit-table'
import { MetricsCard } from '@/components/purchases/metrics-card'
import { monthsCard } from '@/components/purchases/months-card'
import { PurchaseTable } from '@/components/purchases/purchase-table'
import { moneyIn } from '@/components/purchases/words'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { today } from '@/lib/kernel/today'
import { listPurchases } from '@/lib/purchases/list'
import { getPurchaseMetrics } from '@/lib/purchases/metrics'
import { toNewPurchase, toPurchases } from '@/lib/purchases/paths'
import { listCredits } from '@/lib/purchases/queries'

/** The figures of the customer's purchases, then the purchases, the newest first, and the credits (B2, B3, B9). */
export async function PurchasesSection(props: SectionProps) {
  const { ctx, customer, i18n, search } = props
  const { t } = i18n
  const [{ purchases, nextCursor }, metrics, credits] = await Promise.all([
    listPurchases(ctx, customer, { cursor: search.cursor }),
    getPurchaseMetrics(ctx, customer),
    listCredits(ctx, customer),
  ])
  const add = ctx.viewer.can('purchases.edit') && (
    <ButtonLink href={toNewPurchase(customer.id)} variant="primary">
      <Plus aria-hidden />
      {t('purchases.add')}
    </ButtonLink>
  )
  if (!purchases.length && !credits.length && !search.cursor)
    return (
      <Card>
        <EmptyState icon={<ShoppingBag />} title={t('purchases.empty')} text={t('purchases.emptyText')} action={add} />
      </Card>
    )
  const isFirstPage = !search.cursor
  return (
    <div className="grid gap-4">
      {isFirstPage && <MetricsCard metrics={metrics} i18n={i18n} />}
      <Card id="purchases" title={t('purchases.title')} action={add}>
        <PurchaseTable rows={purchases} customerId={customer.id} i18n={i18n} />
        <SectionPager i18n={i18n} path={toPurchases(customer.id)} cursor={search.cursor} nextCursor={nextCursor} />
      </Card>
      {isFirstPage && (
        <Card id="credits" title={t('purchases.credits.title')}>
          {credits.length ? (
            <CreditTable rows={credits} customerId={customer.id} today={today(ctx.now)} i18n={i18n} />
          ) : (
            <CardBody>{t('purchases.credits.none')}</CardBody>
          )}
        </Card>
      )}
      {isFirstPage &&
        (await Promise.all(
          metrics.currencies
            .filter(({ purchases: count }) => count > 0)
            .map(async (one) => <div key={one.currency}>{await monthsCard(one, i18n)}</div>),
        ))}
    </div>
  )
}

const LATEST = 3

/** The latest purchases and the main figures, for the overview. They are not read when the header counts no purchase. */
export async function LatestPurchasesCard({ ctx, customer, i18n }: SectionProps) {
  const { t } = i18n
  const all = (
    <Link className="link text-sm" href={toPurchases(customer.id)}>
      {t('purchases.overview.all')}
    </Link>
  )
  if (!customer.counts.purchases)
    return (
      <Card title={t('purchases.overview.title')} action={all}>
        <CardBody>{t('purchases.overview.none')}</CardBody>
      </Card>
    )
  const [{ purchases }, { currencies }] = await Promise.all([
    listPurchases(ctx, customer, { limit: LATEST }),
    getPurchaseMetrics(ctx, customer),
  ])
  return (
    <Card title={t('purchases.overview.title')} action={all}>
      {currencies.map(({ currency, purchases: count, net, averageTicket }) => (
        <p key={currency} className="metrics-basis">
          {t('purchases.overview.figures', {
            count,
            net: moneyIn(currency, i18n)(net),
            average: averageTicket === null ? '—' : moneyIn(currency, i18n)(averageTicket),
          })}
        </p>
      ))}
      <PurchaseTable rows={purchases} customerId={customer.id} i18n={i18n} />
    </Card>
  )
}
