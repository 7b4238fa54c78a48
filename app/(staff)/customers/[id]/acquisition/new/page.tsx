import { ActionForm } from '@/components/forms/action-form'
import { DateField } from '@/components/forms/date-field'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { recordTouchAction } from '@/lib/acquisition/actions'
import { toAcquisition } from '@/lib/acquisition/paths'
import { ENTRY_METHODS } from '@/lib/acquisition/schema'
import { env } from '@/lib/env'
import { wallTimeAt } from '@/lib/values/wall-time'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('customers.edit')

const PLACE = ['city', 'region', 'country'] as const
const URL_MAX = 2_000

/** Records a contact by which the customer came (I8). */
export default profilePage('customers.edit', {
  section: 'acquisition',
  render: async ({ ctx, customer, t }) => {
    const [day, time] = wallTimeAt(ctx.now, env().COMPANY_TIME_ZONE).split('T')
    return (
      <Card title={t('acquisition.add')}>
        <CardBody>
          <p className="text-ink-2 mb-3">{t('acquisition.addText')}</p>
          <ActionForm
            action={recordTouchAction}
            submit={t('acquisition.submit')}
            cancelHref={toAcquisition(customer.id)}
            hidden={{ customerId: customer.id }}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <DateField name="day" label={t('acquisition.fields.day')} defaultValue={day} max={day} required />
            <TextField name="time" type="time" label={t('acquisition.fields.time')} defaultValue={time} required />
            <SelectField
              name="entryMethod"
              label={t('acquisition.fields.entryMethod')}
              required
              defaultValue="form"
              options={ENTRY_METHODS.map((value) => ({ value, label: t(`acquisition.methods.${value}`) }))}
            />
            <TextField
              name="generatedUrl"
              label={t('acquisition.fields.generatedUrl')}
              hint={t('acquisition.fields.generatedHint')}
              maxLength={URL_MAX}
              inputMode="url"
              spellCheck={false}
              autoComplete="off"
            />
            <TextField
              name="referrer"
              label={t('acquisition.fields.referrer')}
              hint={t('acquisition.fields.referrerHint')}
              maxLength={URL_MAX}
              inputMode="url"
              spellCheck={false}
              autoComplete="off"
            />
            <TextField name="site" label={t('acquisition.fields.site')} maxLength={200} autoComplete="off" />
            {PLACE.map((name) => (
              <TextField
                key={name}
                name={name}
                label={t(`acquisition.fields.${name}`)}
                maxLength={80}
                autoComplete="off"
              />
            ))}
            <TextField
              name="ipAddress"
              label={t('acquisition.fields.ipAddress')}
              maxLength={45}
              spellCheck={false}
              autoComplete="off"
            />
          </ActionForm>
        </CardBody>
      </Card>
    )
  },
})
