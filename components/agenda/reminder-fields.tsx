import { DateField } from '@/components/forms/date-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import type { ReminderView } from '@/lib/agenda/queries/reminders'
import { COMMENT_MAX } from '@/lib/agenda/schema'
import type { I18n } from '@/lib/i18n/translator'

/** The day and the comment of a reminder. A form renders them as its own fields. */
export const reminderFields = (t: I18n['t'], today: string, found?: Pick<ReminderView, 'scheduledOn' | 'comment'>) => [
  <DateField
    key="scheduledOn"
    name="scheduledOn"
    label={t('agenda.columns.scheduledOn')}
    defaultValue={found?.scheduledOn}
    // An overdue day may stay.
    min={found && found.scheduledOn < today ? found.scheduledOn : today}
    required
  />,
  <TextAreaField
    key="comment"
    name="comment"
    label={t('agenda.columns.comment')}
    defaultValue={found?.comment}
    rows={3}
    maxLength={COMMENT_MAX}
    required
  />,
]
