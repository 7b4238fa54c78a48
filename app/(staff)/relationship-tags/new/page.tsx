import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { TextField } from '@/components/forms/text-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { addTagAction } from '@/lib/relationships/actions'
import { RELATIONSHIP_TAGS } from '@/lib/relationships/paths'

export const generateMetadata = titled('relationships.configure', ({ t }) => t('related.tagList.new'))

export default page('relationships.configure', async ({ t }) => (
  <>
    <Breadcrumb
      label={t('common.breadcrumb')}
      items={[{ label: t('related.tagList.title'), href: RELATIONSHIP_TAGS }, { label: t('related.tagList.new') }]}
    />
    <PageHeader title={t('related.tagList.new')} />
    <Card>
      <CardBody>
        <ActionForm
          action={addTagAction}
          submit={t('related.tagList.add')}
          cancelHref={RELATIONSHIP_TAGS}
          texts={formTexts(t)}
        >
          <IdempotencyField />
          <TextField
            name="name"
            label={t('related.tagList.name')}
            hint={t('related.tagList.nameHint')}
            required
            maxLength={60}
            autoComplete="off"
            autoFocus
          />
          <TextField
            name="inverseName"
            label={t('related.tagList.inverse')}
            hint={t('related.tagList.inverseHint')}
            maxLength={60}
            autoComplete="off"
          />
        </ActionForm>
      </CardBody>
    </Card>
  </>
))
