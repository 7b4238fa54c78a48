import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { messageFields } from '@/components/journeys/message-fields'
import { SmsCount } from '@/components/sending/sms-count'
import { smsTexts } from '@/components/sending/sms-words'
import type { previewOf } from '@/lib/journeys/preview'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import type { I18n } from '@/lib/i18n/translator'
import { changeMessageAction, retireMessageAction } from '@/lib/journeys/actions'
import type { JourneyMessage } from '@/lib/journeys/queries'

type Props = { message: JourneyMessage; sms: ReturnType<typeof previewOf>['sms']; i18n: I18n }

/** The forms to change and to retire a message. */
export function ChangeMessageCards({ message, sms, i18n }: Props) {
  const { t } = i18n
  const { id: messageId, version, name, channel } = message
  return (
    <>
      <Card title={t('journeys.message')}>
        <CardBody>
          <ActionForm
            action={changeMessageAction}
            submit={t('journeys.save')}
            hidden={{ messageId, version: String(version) }}
            texts={formTexts(t)}
          >
            {messageFields({ values: message, withSubject: channel === 'email', i18n })}
            {sms && (
              <SmsCount templates={null} fill={sms.fill} optOut={sms.optOut} initial={sms.text} texts={smsTexts(t)} />
            )}
          </ActionForm>
        </CardBody>
      </Card>
      <Card title={t('journeys.retireMessage')}>
        <CardBody>
          <p className="text-ink-2 mb-3 text-xs">{t('journeys.retireMessageText')}</p>
          <Confirm
            label={t('journeys.retireMessage')}
            title={t('journeys.retireMessageAsk', { name })}
            text={t('journeys.retireMessageText')}
            cancel={t('common.cancel')}
          >
            <ActionButton
              id="retire-message"
              action={retireMessageAction}
              fields={{ messageId }}
              label={t('journeys.retireMessage')}
              variant="danger"
            />
          </Confirm>
        </CardBody>
      </Card>
    </>
  )
}
