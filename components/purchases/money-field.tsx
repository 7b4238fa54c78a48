import { TextField } from '@/components/forms/text-field'
import type { I18n } from '@/lib/i18n/translator'
import { editableMoney } from '@/lib/values/parse-money'

type Props = { name: 'amount' | 'total'; currency: string; i18n: I18n }

/** A field for an amount, with an example in the format of the language. */
export const moneyField = ({ name, currency, i18n: { t, locale } }: Props) => (
  <TextField
    key={name}
    name={name}
    label={`${t(`purchases.fields.${name}`)} (${currency})`}
    hint={t('purchases.fields.moneyHint', { example: editableMoney({ amount: 123450, currency }, locale) })}
    inputMode="decimal"
    maxLength={40}
    required
    autoComplete="off"
  />
)
