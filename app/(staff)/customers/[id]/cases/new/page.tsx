import { caseFields } from '@/components/cases/case-fields'
import { targetWords } from '@/components/cases/words'
import { attachmentField } from '@/components/attachments/attach-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { SelectField } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { UploadForm } from '@/components/forms/upload-form'
import { Card, CardBody } from '@/components/ui/card'
import { CASE_INTAKE } from '@/lib/case-intake/paths'
import { listCampaigns } from '@/lib/cases/choices'
import { findTarget, parseTarget, targetText } from '@/lib/cases/links/target'
import { toCases } from '@/lib/cases/paths'
import { listAssignable } from '@/lib/customers/queries'
import { loadFormState } from '@/lib/http/form-state-cookie'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('cases.write')

/** The form for a new case (K2), which may be about a message, a document or a conversation that the address names. */
export default profilePage('cases.write', {
  section: 'cases',
  render: async (page) => {
    const { ctx, customer, search, i18n, t } = page
    const asked = parseTarget(search.target)
    const [campaigns, people, target, state] = await Promise.all([
      listCampaigns(ctx),
      listAssignable(ctx),
      asked && findTarget(ctx, customer.id, asked),
      loadFormState(page),
    ])
    return (
      <Card title={t('cases.new')}>
        <CardBody>
          {target && <p className="mb-4 text-ink-2">{t('cases.links.about', { name: targetWords(target, i18n) })}</p>}
          <UploadForm
            action={CASE_INTAKE}
            submit={t('cases.open')}
            cancelHref={toCases(customer.id)}
            hidden={{ customerId: customer.id, target: target ? targetText(target) : '' }}
            state={state}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            {caseFields(campaigns, t)}
            <TextAreaField name="description" label={t('cases.fields.description')} rows={5} maxLength={8000} />
            <SelectField
              name="assignedUserId"
              label={t('cases.fields.assignedUserId')}
              empty={t('cases.unassigned')}
              defaultValue={ctx.viewer.userId}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {ctx.viewer.can('attachments.add') && attachmentField(t, false)}
          </UploadForm>
        </CardBody>
      </Card>
    )
  },
})
