import { outcomeFields } from '@/components/agenda/outcome-fields'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { SelectField } from '@/components/forms/select-field'
import { Card, CardBody } from '@/components/ui/card'
import { recordInteractionAction } from '@/lib/agenda/actions'
import { toAgenda } from '@/lib/agenda/paths'
import { listPendingReasons } from '@/lib/agenda/queries/reasons'
import { MEANS } from '@/lib/agenda/schema'
import { profilePage, profileTitled } from '../../../_profile/profile-page'

export const generateMetadata = profileTitled('agenda.work')

/** The form that records a contact that is over already (B6). */
export default profilePage('agenda.work', {
  section: 'agenda',
  render: async ({ ctx, customer, t }) => {
    const reasons = await listPendingReasons(ctx, customer)
    return (
      <Card title={t('agenda.interactions.record')}>
        <CardBody>
          <p className="text-ink-2 mb-3">{t('agenda.interactions.recordText')}</p>
          <ActionForm
            action={recordInteractionAction}
            submit={t('agenda.interactions.record')}
            cancelHref={toAgenda(customer.id)}
            hidden={{ customerId: customer.id }}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <SelectField
              name="means"
              label={t('agenda.columns.means')}
              options={MEANS.map((value) => ({ value, label: t(`agenda.means.${value}`) }))}
            />
            <SelectField
              name="reasonId"
              label={t('agenda.columns.reason')}
              empty={t('agenda.interactions.noReason')}
              options={reasons.map(({ id, reason }) => ({ value: id, label: reason }))}
            />
            {outcomeFields(t)}
          </ActionForm>
        </CardBody>
      </Card>
    )
  },
})
