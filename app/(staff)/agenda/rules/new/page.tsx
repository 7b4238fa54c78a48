import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { SelectField } from '@/components/forms/select-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { createRuleAction } from '@/lib/agenda-generation/actions'
import { KINDS } from '@/lib/agenda-generation/schema'
import { AGENDA_RULES } from '@/lib/agenda/paths'
import { listViews } from '@/lib/reports/views/queries'
import { ruleFields } from '../_parts/rule-fields'

export const generateMetadata = titled('agenda.configure', ({ t }) => t('agenda.rules.new'))

export default page('agenda.configure', async ({ ctx, t }) => {
  const views = await listViews(ctx)
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ label: t('agenda.rules.title'), href: AGENDA_RULES }, { label: t('agenda.rules.new') }]}
      />
      <PageHeader title={t('agenda.rules.new')} />
      <Card>
        <CardBody>
          <ActionForm
            action={createRuleAction}
            submit={t('agenda.rules.create')}
            cancelHref={AGENDA_RULES}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <SelectField
              name="kind"
              label={t('agenda.rules.fields.kind')}
              options={KINDS.map((value) => ({ value, label: t(`agenda.rules.kinds.${value}`) }))}
            />
            {ruleFields({ t, views })}
          </ActionForm>
        </CardBody>
      </Card>
    </>
  )
})
