import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { RetireCard } from '@/components/forms/retire-card'
import { TextField } from '@/components/forms/text-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { renameSubStatusAction, restoreSubStatusAction, retireSubStatusAction } from '@/lib/pipeline/actions'
import { SUB_STATUSES } from '@/lib/pipeline/paths'
import { getSubStatus } from '@/lib/pipeline/sub-statuses'

export const generateMetadata = titled('pipeline.configure', async ({ ctx, params, t }) => {
  const found = await getSubStatus(ctx, params.subStatusId)
  return found ? found.name : t('pipeline.subStatusList.title')
})

/** One sub-status: the forms that rename it, and that stop or resume offering it. */
export default page('pipeline.configure', async ({ ctx, params, t }) => {
  const found = await getSubStatus(ctx, params.subStatusId)
  if (!found) notFound()
  const { id: subStatusId, name } = found
  const status = t(found.retiredAt ? 'pipeline.subStatusList.retired' : 'pipeline.subStatusList.active')
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ label: t('pipeline.subStatusList.title'), href: SUB_STATUSES }, { label: name }]}
      />
      <PageHeader title={name} text={`${t(`pipeline.statuses.${found.status}`)} · ${status}`} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title={t('pipeline.subStatusList.rename')}>
          <CardBody>
            <p className="text-ink-2 mb-3">{t('pipeline.subStatusList.renameText')}</p>
            <ActionForm
              action={renameSubStatusAction}
              submit={t('common.save')}
              hidden={{ subStatusId, version: String(found.version) }}
              texts={formTexts(t)}
            >
              <TextField
                name="name"
                label={t('pipeline.subStatusList.name')}
                defaultValue={name}
                required
                maxLength={60}
                autoComplete="off"
              />
            </ActionForm>
          </CardBody>
        </Card>
        <RetireCard
          isRetired={found.retiredAt !== null}
          retire={retireSubStatusAction}
          restore={restoreSubStatusAction}
          fields={{ subStatusId }}
          texts={{
            retire: t('pipeline.subStatusList.retire'),
            ask: t('pipeline.subStatusList.retireAsk', { name }),
            explanation: t('pipeline.subStatusList.retireText'),
            restore: t('pipeline.subStatusList.restore'),
            cancel: t('common.cancel'),
          }}
        />
      </div>
    </>
  )
})
