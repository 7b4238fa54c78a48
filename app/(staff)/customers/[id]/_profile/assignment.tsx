import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { Link } from '@/components/ui/link'
import { assignCustomerAction, unassignCustomerAction } from '@/lib/customers/actions'
import { mayAssign } from '@/lib/customers/policy'
import { listAssignable } from '@/lib/customers/queries'
import { env } from '@/lib/env'
import type { ProfilePage } from './props'

/** The user who is responsible for this customer, and the form to change it if the viewer has permission. */
export function Assignment(page: ProfilePage) {
  const { ctx, customer, search, t } = page
  const may = mayAssign(ctx.viewer, customer, env().ASSIGNMENT)
  if (may && search.edit === 'assigned') return <AssignForm {...page} />
  return (
    <span>
      {customer.assignedName ? (
        <>
          {t('profile.assigned')} <b>{customer.assignedName}</b>
        </>
      ) : (
        t('profile.unassigned')
      )}
      {may && (
        <>
          {' · '}
          <Link className="link" href={`/customers/${customer.id}?edit=assigned`}>
            {customer.assignedName ? t('profile.assignChange') : t('profile.assignSet')}
          </Link>
        </>
      )}
    </span>
  )
}

async function AssignForm({ ctx, customer, t }: ProfilePage) {
  const people = await listAssignable(ctx)
  return (
    <div className="profile-assign">
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
    </div>
  )
}
