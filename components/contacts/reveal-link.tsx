import type { PointView } from '@/lib/contacts/view'
import type { I18n } from '@/lib/i18n/translator'
import { revealAction } from '@/lib/personal/actions'

type Props = { point: PointView; customerId: string; returnTo: string; i18n: Pick<I18n, 't'> }

/** Shows one masked value for a while; who looked stands in the history. */
export function RevealLink({ point, customerId, returnTo, i18n: { t } }: Props) {
  return (
    <form action={revealAction} className="inline">
      <input type="hidden" name="customerId" value={customerId} />
      <input type="hidden" name="subject" value={`point:${point.id}`} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {' · '}
      <button className="link" aria-label={t('contacts.revealOne', { value: point.value })}>
        {t('contacts.reveal')}
      </button>
    </form>
  )
}
