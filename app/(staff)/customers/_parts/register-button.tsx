import { ButtonForm } from '@/components/forms/button-form'
import { Button } from '@/components/ui/button'
import type { I18n } from '@/lib/i18n/translator'
import { startRegistrationAction } from '@/lib/registration/actions'
import type { SearchInUrl } from './search-params'

/** Opens the form of a new customer with the text of a search that found nobody (F15). */
export const RegisterButton = ({ asked: { q, type }, t }: { asked: SearchInUrl; t: I18n['t'] }) => (
  <ButtonForm action={startRegistrationAction} fields={{ q, type }}>
    <Button variant="primary">{t('search.nothing.register', { q })}</Button>
  </ButtonForm>
)
