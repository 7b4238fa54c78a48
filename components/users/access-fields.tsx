import { CheckboxField } from '@/components/forms/checkbox-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { SelectField } from '@/components/forms/select-field'
import { LOCALES, ROLES, SCOPES } from '@/lib/users/choices'
import type { I18n } from '@/lib/i18n/translator'

type Values = { role?: string; scope?: string; locale?: string; storeIds?: readonly string[] }
type Props = { i18n: I18n; stores: { id: string; name: string }[]; values?: Values }

/** The role and the scope of a user: the same fields on the invitation and on the user's page. A new user's scope has to be chosen. */
export function accessFields({ i18n: { t }, stores, values = {} }: Props) {
  return (
    <>
      <SelectField
        name="role"
        label={t('users.fields.role')}
        required
        defaultValue={values.role ?? 'agent'}
        options={ROLES.map((value) => ({ value, label: t(`users.roles.${value}`) }))}
      />
      <RadioGroupField
        name="scope"
        label={t('users.fields.scope')}
        hint={t('users.scopeHint')}
        required
        defaultValue={values.scope}
        options={SCOPES.map((value) => ({ value, label: t(`users.scopes.${value}`) }))}
      />
      <fieldset className="field">
        <legend className="field-label">{t('users.fields.stores')}</legend>
        {stores.length === 0 && <p className="field-hint">{t('users.noStores')}</p>}
        {stores.map(({ id, name }) => (
          <CheckboxField
            key={id}
            name="storeIds[]"
            value={id}
            label={name}
            defaultChecked={values.storeIds?.includes(id) ?? false}
          />
        ))}
      </fieldset>
      <SelectField
        name="locale"
        label={t('users.fields.locale')}
        required
        defaultValue={values.locale ?? 'pt-BR'}
        options={localeOptions(t)}
      />
    </>
  )
}

export const localeOptions = (t: I18n['t']) => LOCALES.map((value) => ({ value, label: t(`users.locales.${value}`) }))
