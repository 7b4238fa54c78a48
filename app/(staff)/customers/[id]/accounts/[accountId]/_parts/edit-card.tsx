import { accountFields } from '@/components/accounts/account-fields'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { Card, CardBody } from '@/components/ui/card'
import { changeAccountAction } from '@/lib/accounts/actions'
import type { Part } from './props'

/** The form that changes a linked account. */
export const EditCard = ({ customer, account, t }: Part) => (
  <Card id="edit" title={t('accounts.change.title')}>
    <CardBody>
      <ActionForm
        action={changeAccountAction}
        submit={t('common.save')}
        hidden={{ customerId: customer.id, accountId: account.id, version: String(account.version) }}
        labels={{ openedOn: t('accounts.fields.openedOn') }}
        texts={formTexts(t)}
      >
        {accountFields(t, account)}
      </ActionForm>
    </CardBody>
  </Card>
)
