import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { changeDeadlineAction } from '@/lib/acceptances/actions'
import { DEFAULT_DAYS } from '@/lib/acceptances/schema'
import { hiddenFields, type Part } from './props'

export function DeadlineCard(part: Part) {
  const { t } = part
  return (
    <Card title={t('acceptances.manage.deadlineTitle')}>
      <CardBody>
        <p className="text-ink-2 mb-3">{t('acceptances.manage.deadlineText')}</p>
        <ActionForm
          action={changeDeadlineAction}
          submit={t('acceptances.manage.deadline')}
          hidden={hiddenFields(part)}
          texts={formTexts(t)}
          variant="secondary"
        >
          <TextField
            name="days"
            label={t('acceptances.manage.days')}
            hint={t('acceptances.request.daysHint')}
            defaultValue={String(DEFAULT_DAYS)}
            inputMode="numeric"
            maxLength={2}
            required
          />
        </ActionForm>
      </CardBody>
    </Card>
  )
}
