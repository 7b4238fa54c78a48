import { caseFields } from '@/components/cases/case-fields'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { Card, CardBody } from '@/components/ui/card'
import { changeCaseAction } from '@/lib/cases/actions'
import { listCampaigns } from '@/lib/cases/choices'
import type { Part } from './props'

/** The form that changes subject, priority, due date and campaign. */
export async function EditCard({ ctx, customer, found, t }: Part) {
  const active = await listCampaigns(ctx)
  const { journeyId, journey } = found
  const missing = journeyId && journey && !active.some(({ id }) => id === journeyId)
  const campaigns = missing ? [...active, { id: journeyId, name: journey }] : active
  return (
    <Card id="edit" title={t('cases.change.title')}>
      <CardBody>
        <ActionForm
          action={changeCaseAction}
          submit={t('common.save')}
          hidden={{ customerId: customer.id, caseId: found.id, version: String(found.version) }}
          labels={{ subject: t('cases.fields.subject'), dueOn: t('cases.fields.dueOn') }}
          variant="secondary"
          texts={formTexts(t)}
        >
          {caseFields(campaigns, t, found)}
        </ActionForm>
      </CardBody>
    </Card>
  )
}
