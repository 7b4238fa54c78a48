import { TopButton } from '@/components/forms/top-button'
import { RESEND_FORM, ResendForm } from '@/components/interactions/resend-form'
import { ClosedRecipients } from '@/components/sending/closed-recipients'
import { Card, CardBody } from '@/components/ui/card'
import { requirePrimary } from '@/lib/http/page'
import { listResendRecipients } from '@/lib/interactions/resend-recipients'
import { choicesOf } from '@/lib/sending/recipient-choices'
import type { Part } from './props'

type Props = Omit<Part, 'ctx'>

/** The form to resend the message, or the reason why it cannot be resent. */
export async function ResendCard({ customer, message, i18n }: Props) {
  const { t } = i18n
  const recipients = message.obstacle ? null : await listResendRecipients(await requirePrimary(), customer, message.id)
  if (!recipients) {
    return (
      <Card id="resend" title={t('interactions.resend.title')}>
        <CardBody>
          <p className="text-ink-2">{t(`errors.interactions.${message.obstacle ?? 'no_journey'}`)}</p>
        </CardBody>
      </Card>
    )
  }
  const { open, canType } = choicesOf(recipients, true)
  return (
    <>
      {(open.length > 0 || canType) && (
        <Card
          id="resend"
          title={t('interactions.resend.title')}
          action={<TopButton form={RESEND_FORM} label={t('sending.sendNow')} />}
        >
          <CardBody>
            <ResendForm customerId={customer.id} message={message} recipients={recipients} i18n={i18n} />
          </CardBody>
        </Card>
      )}
      <ClosedRecipients recipients={recipients} i18n={i18n} />
    </>
  )
}
