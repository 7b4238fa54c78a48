import { ResendForm } from '@/components/interactions/resend-form'
import { Card, CardBody } from '@/components/ui/card'
import type { Part } from './props'

/** The form to resend the message, or the reason why it cannot be resent. */
export function ResendCard({ ctx, customer, message, i18n }: Part) {
  const { t } = i18n
  return (
    <Card id="resend" title={t('interactions.resend.title')}>
      <CardBody>
        {message.obstacle ? (
          <p className="text-ink-2">{t(`errors.interactions.${message.obstacle}`)}</p>
        ) : (
          <ResendForm
            customerId={customer.id}
            message={message}
            mayOverride={ctx.viewer.can('messages.override')}
            i18n={i18n}
          />
        )}
      </CardBody>
    </Card>
  )
}
