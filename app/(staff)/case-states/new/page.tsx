import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextField } from '@/components/forms/text-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { addStateAction } from '@/lib/cases/actions'
import { CASE_STATES } from '@/lib/cases/paths'
import { PHASES } from '@/lib/cases/schema'

export const generateMetadata = titled('cases.configure', ({ t }) => t('cases.stateList.new'))

export default page('cases.configure', async ({ t }) => (
  <>
    <Breadcrumb
      label={t('common.breadcrumb')}
      items={[{ label: t('cases.stateList.title'), href: CASE_STATES }, { label: t('cases.stateList.new') }]}
    />
    <PageHeader title={t('cases.stateList.new')} />
    <Card>
      <CardBody>
        <ActionForm
          action={addStateAction}
          submit={t('cases.stateList.add')}
          cancelHref={CASE_STATES}
          texts={formTexts(t)}
        >
          <IdempotencyField />
          <TextField
            name="name"
            label={t('cases.stateList.name')}
            required
            maxLength={60}
            autoComplete="off"
            autoFocus
          />
          <RadioGroupField
            name="phase"
            label={t('cases.stateList.phase')}
            hint={t('cases.stateList.phaseHint')}
            required
            options={PHASES.map((value) => ({ value, label: t(`cases.phases.${value}`) }))}
          />
        </ActionForm>
      </CardBody>
    </Card>
  </>
))
