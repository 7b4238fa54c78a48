import { DateField } from '@/components/forms/date-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { extraText } from '@/lib/accounts/extra'
import type { AccountView } from '@/lib/accounts/queries'
import type { I18n } from '@/lib/i18n/translator'

const TEXTS = ['type', 'product', 'status'] as const

/** The fields that a new account and the form to change one share. Masked extra data has no field, so that a mask is never saved. */
export function accountFields(t: I18n['t'], account?: AccountView) {
  return [
    <TextField
      key="name"
      name="name"
      label={t('accounts.fields.name')}
      hint={t('accounts.fields.nameHint')}
      defaultValue={account?.name}
      maxLength={120}
      required
      autoComplete="off"
    />,
    ...TEXTS.map((field) => (
      <TextField
        key={field}
        name={field}
        label={t(`accounts.fields.${field}`)}
        defaultValue={account?.[field]}
        maxLength={80}
        autoComplete="off"
      />
    )),
    <DateField key="openedOn" name="openedOn" label={t('accounts.fields.openedOn')} defaultValue={account?.openedOn} />,
    account?.masked && Object.keys(account.extra).length > 0 ? (
      <p key="masked" className="field-hint">
        {t('accounts.fields.extraMasked')}
      </p>
    ) : (
      <TextAreaField
        key="extra"
        name="extra"
        label={t('accounts.fields.extra')}
        hint={t('accounts.fields.extraHint')}
        defaultValue={account && extraText(account.extra)}
        rows={4}
      />
    ),
  ]
}
