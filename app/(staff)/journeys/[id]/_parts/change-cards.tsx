import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import type { I18n } from '@/lib/i18n/translator'
import { changeJourneyAction, retireJourneyAction } from '@/lib/journeys/actions'

type Props = { journey: { id: string; name: string; version: number }; i18n: I18n }

/** The forms to rename and to retire a journey. */
export function ChangeCards({ journey: { id: journeyId, name, version }, i18n: { t } }: Props) {
  return (
    <div className="grid gap-4">
      <Card title={t('journeys.edit')}>
        <CardBody>
          <ActionForm
            action={changeJourneyAction}
            submit={t('common.save')}
            hidden={{ journeyId, version: String(version) }}
            texts={formTexts(t)}
          >
            <TextField
              name="name"
              label={t('journeys.name')}
              required
              defaultValue={name}
              maxLength={120}
              autoComplete="off"
            />
          </ActionForm>
        </CardBody>
      </Card>
      <Card title={t('journeys.retire')}>
        <CardBody>
          <p className="text-ink-2 mb-3 text-xs">{t('journeys.retireText')}</p>
          <Confirm
            label={t('journeys.retire')}
            title={t('journeys.retireAsk', { name })}
            text={t('journeys.retireText')}
            cancel={t('common.cancel')}
          >
            <ActionButton
              id="retire-journey"
              action={retireJourneyAction}
              fields={{ journeyId }}
              label={t('journeys.retire')}
              variant="danger"
            />
          </Confirm>
        </CardBody>
      </Card>
    </div>
  )
}
