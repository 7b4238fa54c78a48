import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { shownName } from '@/lib/customer-group/shown-name'
import { labelOf } from '@/lib/profile/registration'
import { renameCustomerAction } from '@/lib/customers/actions'
import type { ProfilePage } from './props'

/** Replaces the visible heading. The heading itself stays for screen readers. */
export function NameForm({ customer, i18n, t }: ProfilePage) {
  return (
    <>
      <h1 className="sr-only">{shownName(customer)}</h1>
      <ActionForm
        action={renameCustomerAction}
        submit={t('common.save')}
        cancelHref={`/customers/${customer.id}`}
        hidden={{ customerId: customer.id, version: String(customer.version) }}
        texts={formTexts(t)}
      >
        <TextField
          name="name"
          label={labelOf('name', customer, i18n)}
          defaultValue={customer.name}
          required
          maxLength={200}
          autoFocus
        />
      </ActionForm>
    </>
  )
}
