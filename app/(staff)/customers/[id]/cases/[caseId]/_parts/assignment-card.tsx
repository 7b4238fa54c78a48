import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { Card, CardBody } from '@/components/ui/card'
import { assignCaseAction, takeCaseAction } from '@/lib/cases/actions'
import { listAssignable } from '@/lib/customers/queries'
import type { Part } from './props'

/** The button that takes an unassigned case, and the form that assigns it to a person. */
export async function AssignmentCard({ ctx, customer, found, t }: Part) {
  const people = await listAssignable(ctx)
  const fields = { customerId: customer.id, caseId: found.id }
  return (
    <Card id="assignment" title={t('cases.assign.title')}>
      <CardBody>
        <div className="grid gap-3">
          {!found.assignedUserId && (
            <div>
              <ActionButton
                id="take"
                action={takeCaseAction}
                fields={fields}
                label={t('cases.assign.take')}
                variant="primary"
              />
            </div>
          )}
          <ActionForm
            action={assignCaseAction}
            submit={t('cases.assign.submit')}
            hidden={{ ...fields, from: found.assignedUserId ?? '' }}
            variant="secondary"
            texts={formTexts(t)}
          >
            <SelectField
              name="userId"
              label={t('cases.fields.assignedUserId')}
              empty={t('cases.unassigned')}
              defaultValue={found.assignedUserId}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </ActionForm>
        </div>
      </CardBody>
    </Card>
  )
}
