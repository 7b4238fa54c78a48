import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import type { I18n } from '@/lib/i18n/translator'
import { NAMES } from '@/lib/journeys/schema'

type Values = { name?: string; step?: number; subject?: string | null; body?: string }
type Props = { values?: Values; withSubject: boolean; i18n: I18n }

/** Returns an array of elements, because the form's summary reads its labels from them. */
export function messageFields({ values = {}, withSubject, i18n: { t } }: Props) {
  // The hint lists the placeholders literally, so each one is replaced with itself.
  const tokens = Object.fromEntries(NAMES.map((name) => [name, `{{${name}}}`])) as Record<
    (typeof NAMES)[number],
    string
  >
  return [
    <TextField
      key="name"
      name="name"
      label={t('journeys.name')}
      required
      defaultValue={values.name}
      maxLength={120}
      autoComplete="off"
    />,
    <TextField
      key="step"
      name="step"
      label={t('journeys.step')}
      hint={t('journeys.stepHint')}
      required
      defaultValue={String(values.step ?? 1)}
      inputMode="numeric"
      autoComplete="off"
    />,
    withSubject && (
      <TextField
        key="subject"
        name="subject"
        label={t('journeys.subject')}
        hint={t('journeys.subjectHint')}
        required={typeof values.subject === 'string'}
        conditional
        defaultValue={values.subject}
        maxLength={200}
        autoComplete="off"
      />
    ),
    <TextAreaField
      key="body"
      name="body"
      label={t('journeys.body')}
      hint={t('journeys.bodyHint', tokens)}
      required
      defaultValue={values.body}
      rows={10}
      maxLength={4000}
    />,
  ]
}
