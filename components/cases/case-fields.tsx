import { DateField } from '@/components/forms/date-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { PRIORITIES } from '@/lib/cases/schema'
import type { I18n } from '@/lib/i18n/translator'

type Choice = { id: string; name: string }

type Values = { subject: string; priority: string; dueOn: string | null; journeyId: string | null }

/** The fields that a new case and the form to change one share. */
export function caseFields(campaigns: readonly Choice[], t: I18n['t'], values?: Values) {
  return [
    <TextField
      key="subject"
      name="subject"
      label={t('cases.fields.subject')}
      defaultValue={values?.subject}
      maxLength={200}
      required
      autoComplete="off"
    />,
    <SelectField
      key="priority"
      name="priority"
      label={t('cases.fields.priority')}
      defaultValue={values?.priority ?? 'normal'}
      options={PRIORITIES.map((value) => ({ value, label: t(`cases.priorities.${value}`) }))}
    />,
    <DateField key="dueOn" name="dueOn" label={t('cases.fields.dueOn')} defaultValue={values?.dueOn} />,
    <SelectField
      key="journeyId"
      name="journeyId"
      label={t('cases.fields.journeyId')}
      empty={t('cases.fields.noJourney')}
      defaultValue={values?.journeyId}
      options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
    />,
  ]
}
