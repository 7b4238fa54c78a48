import { RotateCcw } from '@/components/ui/icons'
import { ActionButton } from '@/components/forms/action-button'
import { failureWords } from '@/components/sending/failure-words'
import { Banner } from '@/components/ui/banner'
import type { I18n } from '@/lib/i18n/translator'
import { retryDeliveryAction } from '@/lib/outbox/actions'
import type { DeliveryView } from '@/lib/outbox/read-one'

/** The reason why a delivery failed, and the button to try again. */
export function NotDelivered({
  delivery: { id, failure, failureDetail, firstTriedAt },
  mayRetry,
  t,
}: {
  delivery: DeliveryView
  mayRetry: boolean
  t: I18n['t']
}) {
  const retry = (
    <ActionButton
      id="retry"
      action={retryDeliveryAction}
      fields={{ deliveryId: id }}
      label={t('sending.outbox.retry')}
      icon={<RotateCcw />}
    />
  )
  return (
    <Banner tone="bad" action={mayRetry && retry}>
      <p>{failureWords(failure, t)}</p>
      {failure?.startsWith('withheld.') && firstTriedAt && <p className="mt-1">{t('sending.outbox.mayHaveLeft')}</p>}
      {failureDetail && <p className="mt-1 text-xs">{t('sending.outbox.providerSaid', { words: failureDetail })}</p>}
    </Banner>
  )
}
