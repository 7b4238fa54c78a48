import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import { PageHeader } from '@/components/ui/page-header'
import type { Ctx } from '@/lib/kernel/context'
import { changeViewAction, deleteViewAction } from '@/lib/reports/actions'
import { CUSTOMER_REPORT, toView, VIEWS } from '@/lib/reports/paths'
import { getView } from '@/lib/reports/views/queries'
import { ROLES } from '@/lib/users/choices'

const ownView = async (ctx: Ctx, viewId: string | undefined) => {
  const saved = await getView(ctx, viewId)
  return saved?.view.ownerId === ctx.viewer.userId ? saved.view : null
}

export const generateMetadata = titled(
  'customers.read',
  async ({ ctx, params, t }) => (await ownView(ctx, params.viewId))?.name ?? t('reports.views.title'),
)

/** The forms that rename, share and delete a view of the viewer's own. */
export default page('customers.read', async ({ ctx, params, t }) => {
  const view = await ownView(ctx, params.viewId)
  if (!view) notFound()
  const { id, name, version, sharedWith } = view
  return (
    <>
      <Breadcrumb
        items={[
          { href: CUSTOMER_REPORT, label: t('reports.title') },
          { href: VIEWS, label: t('reports.views.title') },
          { label: name },
        ]}
      />
      <PageHeader title={name} />
      <Card>
        <CardBody>
          <ActionForm
            action={changeViewAction}
            submit={t('common.save')}
            cancelHref={toView(id)}
            hidden={{
              viewId: id,
              version: String(version),
              ...(!ctx.viewer.can('views.share') && { sharedWith: sharedWith ?? '' }),
            }}
            texts={formTexts(t)}
          >
            <TextField name="name" label={t('reports.views.name')} defaultValue={name} required maxLength={80} />
            {ctx.viewer.can('views.share') && (
              <SelectField
                name="sharedWith"
                label={t('reports.views.sharedWith')}
                hint={t('reports.views.shareHint')}
                empty={t('reports.views.nobody')}
                defaultValue={sharedWith ?? ''}
                options={ROLES.map((value) => ({ value, label: t(`users.roles.${value}`) }))}
              />
            )}
          </ActionForm>
        </CardBody>
        <CardBody>
          <Confirm
            label={t('reports.views.delete')}
            title={t('reports.views.deleteAsk', { name })}
            text={t('reports.views.deleteText')}
            cancel={t('common.cancel')}
            variant="danger"
          >
            <ActionButton
              id="delete-view"
              action={deleteViewAction}
              fields={{ viewId: id }}
              label={t('reports.views.delete')}
              variant="danger"
            />
          </Confirm>
        </CardBody>
      </Card>
    </>
  )
})
