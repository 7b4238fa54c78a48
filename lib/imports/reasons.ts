import type { RowReason } from '@/db/schema/imports'
import type { RegistrationField } from '@/lib/customers/fields'
import type { I18n } from '@/lib/i18n/translator'

/** A reason as a sentence in the reader's language, with its column and value. Without a column the value is a line of the file, or a field. */
export function sayReason(t: I18n['t'], { code, column, value }: RowReason): string {
  const why = t(`imports.reasons.${code}` as 'imports.reasons.stray_quote', {
    line: value ?? '',
    field: code === 'validated_field' ? t(`customers.fields.${value as RegistrationField}`) : '',
  })
  return column ? t('imports.reasonAt', { column, value: value ?? '', why }) : why
}
