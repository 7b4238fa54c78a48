import { Reveal } from '@/components/privacy/reveal'
import type { PointView } from '@/lib/contacts/view'
import type { I18n } from '@/lib/i18n/translator'
import { pointName } from './words'

type Props = { point: PointView; i18n: Pick<I18n, 't'> }

/** The button that shows a masked point. */
export function RevealLink({ point, i18n: { t } }: Props) {
  const label = t('contacts.revealOne', { value: pointName({ t }, point) })
  return <Reveal subject={`point:${point.id}`} text={t('contacts.reveal')} aria-label={label} />
}
