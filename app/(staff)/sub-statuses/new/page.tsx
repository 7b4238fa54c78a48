import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextField } from '@/components/forms/text-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { addSubStatusAction } from '@/lib/pipeline/actions'
import { SUB_STATUSES } from '@/lib/pipeline/paths'
import { PIPELINE_STATUSES } from '@/lib/pipeline/position'

export const generateMetadata = titled('pipeline.configure', ({ t }) => t('pipeline.subStatusList.new'))

export default page('pipeline.configure', async ({ t }) => (
  <>
    <Breadcrumb
      label={t('common.breadcrumb')}
      items={[
        { label: t('pipeline.subStatusList.title'), href: SUB_STATUSES },
        { label: t('pipeline.subStatusList.new') },
      ]}
    />
    <PageHeader title={t('pipeline.subStatusList.new')} />
    <Card>
      <CardBody>
        <ActionForm
          action={addSubStatusAction}
          submit={t('pipeline.subStatusList.add')}
          cancelHref={SUB_STATUSES}
          texts={formTexts(t)}
        >
          <IdempotencyField />
          <TextField
            name="name"
            label={t('pipeline.subStatusList.name')}
            required
            maxLength={60}
            autoComplete="off"
            autoFocus
          />
          <RadioGroupField
            name="status"
            label={t('pipeline.subStatusList.status')}
            hint={t('pipeline.subStatusList.statusHint')}
            required
            options={PIPELINE_STATUSES.map((value) => ({ value, label: t(`pipeline.statuses.${value}`) }))}
          />
        </ActionForm>
      </CardBody>
    </Card>
  </>
))
