import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { Card, CardBody } from '@/components/ui/card'
import { assignCustomerAction, unassignCustomerAction } from '@/lib/customers/actions'
import { mayAssign } from '@/lib/customers/policy'
import { listAssignable } from '@/lib/customers/queries'
import { env } from '@/lib/env'
import type { ProfilePage } from './props'

/** The form that changes the responsible user, when the address asks for it and the viewer has permission. */
export async function AssignCard({ ctx, customer, search, t }: ProfilePage) {
  if (search.edit !== 'assigned' || !mayAssign(ctx.viewer, customer, env().ASSIGNMENT)) return null
  const people = await listAssignable(ctx)
  return (
    <Card title={t('profile.assigned')}>
      <CardBody>
        <ActionForm
          action={assignCustomerAction}
          submit={t('common.save')}
          cancelHref={`/customers/${customer.id}`}
          hidden={{ customerId: customer.id }}
          texts={formTexts(t)}
        >
          <SelectField
            name="userId"
            label={t('profile.assignTo')}
            defaultValue={customer.assignedUserId}
            empty={t('profile.unassigned')}
            options={people.map((p) => ({ value: p.id, label: p.name }))}
          />
        </ActionForm>
        {customer.assignedUserId && (
          <ActionButton
            id="unassign"
            action={unassignCustomerAction}
            fields={{ customerId: customer.id, userId: '' }}
            label={t('profile.assignRemove')}
            variant="quiet"
            size="sm"
          />
        )}
      </CardBody>
    </Card>
  )
}
