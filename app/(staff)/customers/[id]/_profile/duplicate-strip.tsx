import { percentOf } from '@/lib/duplicates/words'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { DUPLICATE_FORM, pairLinkId, toPair, toPairsOf } from '@/lib/duplicates/paths'
import { findOpenPair } from '@/lib/duplicates/queries/find-open-pair'
import type { ProfilePage } from './props'

/** A strip above every section that names the customer who is probably the same one; null when there is none. */
export async function duplicateStrip({ ctx, customer, i18n }: ProfilePage) {
  if (!ctx.viewer.can('duplicates.read')) return null
  const pair = await findOpenPair(ctx, customer.id)
  if (!pair) return null
  const { customerId, otherId, other, probability, evidence, more } = pair
  const { t } = i18n
  return (
    <StaticHtml as="aside" className="duplicate-strip" aria-label={t('duplicates.title')}>
      <span>
        {t('duplicates.strip.label')}{' '}
        <Link href={`/customers/${other.id}`}>
          <b>{other.name}</b>
        </Link>{' '}
        ({percentOf(probability, i18n)})
      </span>
      <Link
        id={pairLinkId(customerId, otherId)}
        className="link"
        href={toPair(customerId, otherId)}
        aria-label={t('duplicates.strip.compareWith', { name: other.name })}
      >
        {t('duplicates.strip.compare')}
      </Link>
      {ctx.viewer.can('duplicates.decide') && (
        <button
          id="dismiss-pair"
          className="link"
          form={DUPLICATE_FORM}
          name="intent"
          value={`dismiss:${customerId}:${otherId}:${evidence}`}
        >
          {t(`duplicates.strip.notSame.${customer.kind}`)}
        </button>
      )}
      {more > 0 && (
        <Link className="link" href={toPairsOf(customer.id)}>
          {t('duplicates.strip.more', { count: more })}
        </Link>
      )}
    </StaticHtml>
  )
}
