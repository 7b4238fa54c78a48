import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextField } from '@/components/forms/text-field'
import { page, titled } from '@/app/_frame/staff-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { createJourneyAction } from '@/lib/journeys/actions'
import { toJourneys } from '@/lib/journeys/paths'
import { JOURNEY_PURPOSES } from '@/lib/journeys/schema'

export const generateMetadata = titled('journeys.manage', ({ t }) => t('journeys.new'))

export default page('journeys.manage', async ({ t }) => (
  <>
    <Breadcrumb
      label={t('common.breadcrumb')}
      items={[{ label: t('journeys.title'), href: toJourneys() }, { label: t('journeys.new') }]}
    />
    <PageHeader title={t('journeys.new')} text={t('journeys.newText')} />
    <Card>
      <CardBody>
        <ActionForm
          action={createJourneyAction}
          submit={t('journeys.create')}
          cancelHref={toJourneys()}
          texts={formTexts(t)}
        >
          <TextField name="name" label={t('journeys.name')} required maxLength={120} autoComplete="off" autoFocus />
          <RadioGroupField
            name="purpose"
            label={t('journeys.purpose')}
            hint={t('journeys.purposeHint')}
            required
            options={JOURNEY_PURPOSES.map((value) => ({
              value,
              label: t(`journeys.purposes.${value}`),
              hint: t(`journeys.purposeHints.${value}`),
            }))}
          />
        </ActionForm>
      </CardBody>
    </Card>
  </>
))
