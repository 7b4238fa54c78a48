import { stateWords } from '@/components/cases/words'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { Card, CardBody } from '@/components/ui/card'
import { moveCaseAction } from '@/lib/cases/actions'
import type { Part } from './props'

/** The form that changes the state of the case. */
export function StateCard({ customer, found, states, t }: Part) {
  const offered = states.filter(({ id, retiredAt }) => !retiredAt || id === found.stateId)
  return (
    <Card id="state" title={t('cases.move.title')}>
      <CardBody>
        <ActionForm
          action={moveCaseAction}
          submit={t('cases.move.submit')}
          hidden={{ customerId: customer.id, caseId: found.id }}
          texts={formTexts(t)}
        >
          <SelectField
            name="stateId"
            label={t('cases.columns.state')}
            defaultValue={found.stateId}
            options={offered.map((state) => ({ value: state.id, label: stateWords(state, t) }))}
          />
        </ActionForm>
      </CardBody>
    </Card>
  )
}
