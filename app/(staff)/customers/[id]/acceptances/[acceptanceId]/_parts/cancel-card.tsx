import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextAreaField } from '@/components/forms/text-area-field'
import { Card, CardBody } from '@/components/ui/card'
import { cancelRequestAction } from '@/lib/acceptances/actions'
import { REASON_MAX } from '@/lib/acceptances/schema'
import { hiddenFields, type Part } from './props'

export function CancelCard(part: Part) {
  const { t } = part
  return (
    <Card title={t('acceptances.manage.cancelTitle')}>
      <CardBody>
        <p className="text-ink-2 mb-3">{t('acceptances.manage.cancelText')}</p>
        <ActionForm
          action={cancelRequestAction}
          submit={t('acceptances.manage.cancel')}
          hidden={hiddenFields(part)}
          texts={formTexts(t)}
          variant="danger"
        >
          <TextAreaField name="reason" label={t('acceptances.manage.cancelReason')} maxLength={REASON_MAX} rows={2} />
        </ActionForm>
      </CardBody>
    </Card>
  )
}
