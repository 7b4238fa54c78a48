import { CircleCheckBig, FlagTriangleRight, MailOpen, MousePointerClick, Undo2 } from '@/components/ui/icons'
import { ActionButton } from '@/components/forms/action-button'
import { Card, CardBody } from '@/components/ui/card'
import type { IconLike } from '@/components/ui/icon'
import type { I18n } from '@/lib/i18n/translator'
import { simulateEventAction } from '@/lib/outbox/actions'
import type { DeliveryView } from '@/lib/outbox/read-one'
import { SIMULATED_KINDS } from '@/lib/outbox/webhooks/read-offline'

const ICONS: Record<(typeof SIMULATED_KINDS)[number], IconLike> = {
  delivered: <CircleCheckBig />,
  opened: <MailOpen />,
  clicked: <MousePointerClick />,
  bounced: <Undo2 />,
  complained: <FlagTriangleRight />,
}

/** One button for each event that can be simulated. */
export function SimulateEvents({
  delivery: { id, customerId, sendId, state },
  t,
}: {
  delivery: DeliveryView
  t: I18n['t']
}) {
  if (!customerId || !sendId) return null
  return (
    <Card id="play" title={t('sending.outbox.play')}>
      <CardBody>
        <p className="text-ink-3 mb-3 text-xs">
          {t(state === 'sent' ? 'sending.outbox.playText' : 'sending.outbox.playWait')}
        </p>
        {state === 'sent' && (
          <div className="flex flex-wrap gap-2">
            {SIMULATED_KINDS.map((kind) => (
              <ActionButton
                key={kind}
                id={`play-${kind}`}
                action={simulateEventAction}
                fields={{ customerId, deliveryId: id, kind }}
                label={t(`sending.outbox.reports.${kind}`)}
                icon={ICONS[kind]}
                size="sm"
              />
            ))}
          </div>
        )}
      </CardBody>
    </Card>
  )
}
