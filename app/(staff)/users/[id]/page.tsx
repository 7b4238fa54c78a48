import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { accessFields } from '@/components/users/access-fields'
import { page, titled } from '@/app/_frame/staff-page'
import { changeUserAction } from '@/lib/users/actions'
import { getUser, listAllStores } from '@/lib/users/queries'
import { shownLink } from '@/lib/users/shown-link'
import { ActiveCard } from './_parts/active-card'
import { IdentityCard } from './_parts/identity-card'
import { SecondFactorCard } from './_parts/second-factor-card'
import { LinkCard } from './_parts/link-card'

export const generateMetadata = titled(
  'users.manage',
  async ({ ctx, params, t }) => (await getUser(ctx, params.id))?.name ?? t('users.title'),
)

export default page('users.manage', async ({ ctx, params, i18n, t }) => {
  const user = await getUser(ctx, params.id)
  if (!user) notFound()
  const { id, name, email, role, scope, locale } = user
  const values = { role, scope, locale, storeIds: user.stores.map((store) => store.id) }
  return (
    <>
      <Breadcrumb label={t('users.title')} items={[{ label: t('users.title'), href: '/users' }, { label: name }]} />
      <PageHeader title={name} text={email} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title={t('users.edit')}>
          <CardBody>
            <ActionForm
              action={changeUserAction}
              submit={t('common.save')}
              cancelHref="/users"
              hidden={{ userId: id, version: String(user.version) }}
              texts={formTexts(t)}
            >
              <TextField name="name" label={t('users.fields.name')} required defaultValue={name} autoComplete="off" />
              {accessFields({ i18n, stores: await listAllStores(ctx), values })}
              <p className="field-hint">{t('users.accessHint')}</p>
            </ActionForm>
          </CardBody>
        </Card>
        <div className="grid gap-4">
          {!user.deactivatedAt && (
            <LinkCard userId={id} link={await shownLink()} expiresAt={user.linkExpiresAt} i18n={i18n} />
          )}
          {user.openIdSince && <IdentityCard userId={id} since={user.openIdSince} i18n={i18n} />}
          {user.secondFactor && id !== ctx.viewer.userId && (
            <SecondFactorCard userId={id} since={user.secondFactor.since} i18n={i18n} />
          )}
          {id !== ctx.viewer.userId && <ActiveCard user={user} i18n={i18n} />}
        </div>
      </div>
    </>
  )
})
