import { ActionButton } from '@/components/forms/action-button'
import { positionWords, whenWords } from '@/components/pipeline/words'
import { Card, CardBody } from '@/components/ui/card'
import { cancelScheduleAction } from '@/lib/pipeline/actions'
import type { PendingChange } from '@/lib/pipeline/pending'
import { resolveWallTime } from '@/lib/values/wall-time'
import type { ProfilePage } from '../../_profile/props'

/** The scheduled change, what became of a time that the clocks skip or repeat, and the button that cancels it. */
export function PendingCard({ customer, i18n, t, pending }: ProfilePage & { pending: PendingChange }) {
  const status = positionWords(pending.status, pending.subStatus, i18n)
  const { resolution } = resolveWallTime(pending.localAt, pending.timeZone)
  const when = whenWords(pending, i18n)
  return (
    <Card id="pending" title={t('pipeline.status.pendingTitle')}>
      <CardBody>
        <p>
          <b>{t('pipeline.status.pendingText', { status, when })}</b>
        </p>
        {resolution === 'skipped' && <p className="text-ink-2">{t('pipeline.status.skipped', { time: when })}</p>}
        {resolution === 'repeated' && <p className="text-ink-2">{t('pipeline.status.repeated')}</p>}
        <div className="mt-3">
          <ActionButton
            id="cancel-schedule"
            action={cancelScheduleAction}
            fields={{ customerId: customer.id, scheduleId: pending.id }}
            label={t('pipeline.status.cancel')}
          />
        </div>
      </CardBody>
    </Card>
  )
}
