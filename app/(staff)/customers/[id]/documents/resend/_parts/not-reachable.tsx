import { standing } from '@/components/sending/standing'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import type { I18n } from '@/lib/i18n/translator'
import type { Destination } from '@/lib/sending/destinations'
import type { Objection } from '@/lib/sending/policy'

/** The refused destinations, each with its reason. `typed` is the objection to every typed address. */
export function NotReachable({ points, typed, i18n }: { points: Destination[]; typed: Objection | null; i18n: I18n }) {
  const { t } = i18n
  return (
    <Card title={t('documents.resend.blocked')}>
      <CardBody>
        {typed
          ? t('documents.resend.refused', { reason: standing(typed, false, i18n) })
          : t('documents.resend.blockedText')}
      </CardBody>
      {points.map(({ pointId, shown, label, objection }) => (
        <CardRow key={pointId}>
          {[shown, label].filter(Boolean).join(' · ')}
          {objection && <small>{standing(objection, false, i18n)}</small>}
        </CardRow>
      ))}
    </Card>
  )
}
