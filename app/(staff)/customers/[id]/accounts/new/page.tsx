import { accountFields } from '@/components/accounts/account-fields'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { addAccountAction } from '@/lib/accounts/actions'
import { toAccounts } from '@/lib/accounts/paths'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('customers.edit')

/** The form for a new account (M2). */
export default profilePage('customers.edit', {
  section: 'accounts',
  render: async ({ customer, t }) => (
    <Card title={t('accounts.new.title')}>
      <CardBody>
        <ActionForm
          action={addAccountAction}
          submit={t('accounts.new.submit')}
          cancelHref={toAccounts(customer.id)}
          hidden={{ customerId: customer.id }}
          labels={{ openedOn: t('accounts.fields.openedOn') }}
          texts={formTexts(t)}
        >
          <IdempotencyField />
          <TextField
            name="source"
            label={t('accounts.fields.source')}
            hint={t('accounts.fields.sourceHint')}
            maxLength={60}
            required
            autoComplete="off"
          />
          <TextField
            name="externalId"
            label={t('accounts.fields.externalId')}
            maxLength={80}
            required
            autoComplete="off"
          />
          {accountFields(t)}
        </ActionForm>
      </CardBody>
    </Card>
  ),
})
