import { reminderFields } from '@/components/agenda/reminder-fields'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { Card, CardBody } from '@/components/ui/card'
import { createReminderAction } from '@/lib/agenda/actions'
import { toAgenda } from '@/lib/agenda/paths'
import { today } from '@/lib/kernel/today'
import { profilePage, profileTitled } from '../../../_profile/profile-page'

export const generateMetadata = profileTitled('agenda.work')

/** The form for a new reminder (B7). */
export default profilePage('agenda.work', {
  section: 'agenda',
  render: async ({ ctx, customer, t }) => (
    <Card title={t('agenda.reminders.new')}>
      <CardBody>
        <ActionForm
          action={createReminderAction}
          submit={t('agenda.reminders.create')}
          cancelHref={toAgenda(customer.id)}
          hidden={{ customerId: customer.id }}
          texts={formTexts(t)}
        >
          <IdempotencyField />
          {reminderFields(t, today(ctx.now))}
        </ActionForm>
      </CardBody>
    </Card>
  ),
})
