import { Card, CardBody, CardRow } from '@/components/ui/card'
import type { I18n } from '@/lib/i18n/translator'
import { choicesOf } from '@/lib/sending/recipient-choices'
import type { Recipients } from '@/lib/sending/recipients'
import { recipientLabel } from './recipient-label'
import { describeObjection } from './describe-objection'

type Props = { recipients: Recipients; i18n: I18n }

/** Lists the contact points that this viewer cannot send to, each with the reason. Renders nothing if there are none and something can be sent. */
export function ClosedRecipients({ recipients, i18n }: Props) {
  const { t } = i18n
  const { typed } = recipients
  const { open, closed, canType } = choicesOf(recipients, false)
  if (!closed.length && (canType || open.length > 0 || !typed)) return null
  return (
    <Card title={t('sending.recipients.closed')}>
      <CardBody>
        {typed && !canType && !open.length
          ? t('sending.recipients.allClosed', { reason: describeObjection(typed, false, i18n) })
          : t('sending.recipients.closedText')}
      </CardBody>
      {closed.map((recipient) => (
        <CardRow key={recipient.pointId}>
          {recipientLabel(recipient, t)}
          <small>{describeObjection(recipient.objection, false, i18n)}</small>
        </CardRow>
      ))}
    </Card>
  )
}
