import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { SelectField } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { Card, CardBody } from '@/components/ui/card'
import { recordPreferenceAction } from '@/lib/consents/actions'
import { toPreferences } from '@/lib/consents/paths'
import { PREFERENCES, PURPOSES } from '@/lib/consents/schema'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('consents.edit')

/** Records a preference with the reason that the customer gave. */
export default profilePage('consents.edit', {
  section: 'preferences',
  render: async ({ customer, t }) => (
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
            options={PREFERENCES.map((p) => ({ value: p, label: t(`consents.preference.${p}`) }))}
          />
          <RadioGroupField
            name="purpose"
            label={t('consents.purposeTitle')}
            required
            defaultValue="service"
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
            options={(['accepted', 'cancelled'] as const).map((a) => ({ value: a, label: t(`consents.action.${a}`) }))}
          />
          <TextAreaField
            name="reason"
            label={t('consents.reason')}
            hint={t('consents.reasonHint')}
            rows={3}
            maxLength={300}
          />
        </ActionForm>
      </CardBody>
    </Card>
  ),
})
