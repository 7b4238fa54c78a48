import { Reveal } from '@/components/privacy/reveal'
import type { PointView } from '@/lib/contacts/view'
import type { I18n } from '@/lib/i18n/translator'

type Props = { point: PointView; customerId: string; returnTo: string; i18n: Pick<I18n, 't'> }

/** The press that shows a masked point. */
export function RevealLink({ point, customerId, returnTo, i18n: { t } }: Props) {
  const label = t('contacts.revealOne', { value: point.value })
  return (
    <Reveal
      customerId={customerId}
      subject={`point:${point.id}`}
      returnTo={returnTo}
      text={t('contacts.reveal')}
      aria-label={label}
    />
  )
}
