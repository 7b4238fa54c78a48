import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { SelectField } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { Card, CardBody } from '@/components/ui/card'
import { recordPreferenceAction } from '@/lib/consents/actions'
import { toPreferences } from '@/lib/consents/paths'
import { CONSENT_SOURCES, PREFERENCES, PURPOSES } from '@/lib/consents/schema'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('consents.edit')

const ACTIONS = ['accepted', 'cancelled'] as const

/** Returns the value of a parameter if it is one of the options. */
const chosen = (options: readonly string[], value: string | undefined) => options.find((option) => option === value)

/** Records a preference with its reason and source. The URL of the page may choose the preference. */
export default profilePage('consents.edit', {
  section: 'preferences',
  render: async ({ customer, search, t }) => (
    <Card title={t('consents.recordTitle')}>
      <CardBody>
        <ActionForm
          action={recordPreferenceAction}
          submit={t('consents.save')}
          cancelHref={toPreferences({ customerId: customer.id })}
          hidden={{ customerId: customer.id }}
          texts={formTexts(t)}
        >
          <SelectField
            name="preference"
            label={t('consents.channel')}
            required
            defaultValue={chosen(PREFERENCES, search.preference)}
            options={PREFERENCES.map((p) => ({ value: p, label: t(`consents.preference.${p}`) }))}
          />
          <RadioGroupField
            name="purpose"
            label={t('consents.purposeTitle')}
            required
            defaultValue={chosen(PURPOSES, search.purpose) ?? 'service'}
            options={PURPOSES.map((p) => ({
              value: p,
              label: t(`consents.purpose.${p}`),
              hint: t(`consents.purposeHint.${p}`),
            }))}
          />
          <RadioGroupField
            name="action"
            label={t('consents.actionTitle')}
            required
            defaultValue={chosen(ACTIONS, search.action)}
            options={ACTIONS.map((a) => ({ value: a, label: t(`consents.action.${a}`) }))}
          />
          <TextAreaField
            name="reason"
            label={t('consents.reason')}
            hint={t('consents.reasonHint')}
            conditional
            rows={3}
            maxLength={300}
          />
          <RadioGroupField
            name="source"
            label={t('consents.sourceTitle')}
            hint={t('consents.sourceHint')}
            options={CONSENT_SOURCES.map((s) => ({ value: s, label: t(`consents.source.${s}`) }))}
          />
        </ActionForm>
      </CardBody>
    </Card>
  ),
})
