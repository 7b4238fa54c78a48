import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { Card, CardBody } from '@/components/ui/card'
import { resendRequestAction } from '@/lib/acceptances/actions'
import { OVERRIDE_REASON_MAX } from '@/lib/sending/destination'
import { hiddenFields, type Part } from './props'

/** Sends the message again. A viewer with the permission `messages.override` also gets a field for the reason of a send against a preference. */
export function ResendCard(part: Part) {
  const { ctx, t } = part
  return (
    <Card title={t('acceptances.manage.resendTitle')}>
      <CardBody>
        <p className="text-ink-2 mb-3">{t('acceptances.manage.resendText')}</p>
        <ActionForm
          action={resendRequestAction}
          submit={t('acceptances.manage.resend')}
          hidden={hiddenFields(part)}
          texts={formTexts(t)}
        >
          <IdempotencyField />
          {ctx.viewer.can('messages.override') && (
            <TextAreaField
              name="overrideReason"
              label={t('acceptances.manage.overrideReason')}
              maxLength={OVERRIDE_REASON_MAX}
              rows={2}
            />
          )}
        </ActionForm>
      </CardBody>
    </Card>
  )
}
