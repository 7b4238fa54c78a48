import { notFound } from 'next/navigation'
import { reminderFields } from '@/components/agenda/reminder-fields'
import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { cancelReminderAction, changeReminderAction, completeReminderAction } from '@/lib/agenda/actions'
import { toAgenda } from '@/lib/agenda/paths'
import { getReminder } from '@/lib/agenda/queries/reminders'
import { formatDay } from '@/lib/i18n/format-day'
import { today } from '@/lib/kernel/today'
import { profilePage, profileTitled } from '../../../_profile/profile-page'

export const generateMetadata = profileTitled('agenda.read')

/** One reminder, and the forms that change or end it (B7). */
export default profilePage('agenda.read', {
  section: 'agenda',
  render: async ({ ctx, customer, params, i18n, t }) => {
    const found = await getReminder(ctx, customer, params.reminderId)
    if (!found) notFound()
    const fields = { customerId: customer.id, reminderId: found.id, version: String(found.version) }
    const facts = [
      { label: t('agenda.columns.status'), value: t(`agenda.reminders.statuses.${found.status}`) },
      { label: t('agenda.columns.scheduledOn'), value: formatDay(found.scheduledOn, i18n) },
      { label: t('agenda.columns.seller'), value: found.sellerName },
      { label: t('agenda.columns.store'), value: found.storeName },
      { label: t('agenda.columns.comment'), value: found.comment },
    ]
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toAgenda(customer.id)}>
          {t('agenda.back')}
        </Link>
        <Card title={t('agenda.reminders.one')}>
          <DefinitionList items={facts} />
        </Card>
        {found.status === 'open' && ctx.viewer.can('agenda.work') && (
          <>
            <Card title={t('agenda.reminders.end')}>
              <CardBody>
                <div className="flex flex-wrap gap-2">
                  <ActionButton
                    id="complete-reminder"
                    action={completeReminderAction}
                    fields={fields}
                    label={t('agenda.reminders.done')}
                    variant="primary"
                  />
                  <ActionButton
                    id="cancel-reminder"
                    action={cancelReminderAction}
                    fields={fields}
                    label={t('agenda.reminders.cancel')}
                  />
                </div>
              </CardBody>
            </Card>
            <Card title={t('agenda.reminders.change')}>
              <CardBody>
                <ActionForm
                  action={changeReminderAction}
                  submit={t('common.save')}
                  hidden={fields}
                  texts={formTexts(t)}
                >
                  {reminderFields(t, today(ctx.now), found)}
                </ActionForm>
              </CardBody>
            </Card>
          </>
        )}
      </div>
    )
  },
})
