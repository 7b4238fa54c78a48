import { RadioGroupField } from '@/components/forms/radio-group-field'
import { SelectField } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { COMMENT_MAX, FEEDBACKS, OUTCOMES } from '@/lib/agenda/schema'
import type { InteractionView } from '@/lib/agenda/queries/interactions'
import type { I18n } from '@/lib/i18n/translator'

type Recorded = Pick<InteractionView, 'feedback' | 'comment'>

/** How a contact ended: its situation, the customer's feedback and a comment. A form renders them as its own fields. */
export const outcomeFields = (t: I18n['t'], recorded?: Recorded) => [
  <RadioGroupField
    key="situation"
    name="situation"
    label={t('agenda.columns.situation')}
    required
    options={OUTCOMES.map((value) => ({ value, label: t(`agenda.situations.${value}`) }))}
  />,
  <SelectField
    key="feedback"
    name="feedback"
    label={t('agenda.columns.feedback')}
    empty={t('agenda.interactions.noFeedback')}
    defaultValue={recorded?.feedback ?? ''}
    options={FEEDBACKS.map((value) => ({ value, label: t(`agenda.feedbacks.${value}`) }))}
  />,
  <TextAreaField
    key="comment"
    name="comment"
    label={t('agenda.columns.comment')}
    defaultValue={recorded?.comment ?? ''}
    rows={3}
    maxLength={COMMENT_MAX}
  />,
]
