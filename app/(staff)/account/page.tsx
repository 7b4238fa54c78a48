import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { PasswordField } from '@/components/forms/password-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { localeOptions } from '@/components/users/access-fields'
import { page, titled } from '@/app/_frame/staff-page'
import { changeOwnAccountAction, changeOwnPasswordAction } from '@/lib/users/actions'
import { listOwnSessions } from '@/lib/users/queries'
import { getOwnSecondFactor } from '@/lib/users/second-factor/queries'
import { SecondFactorCard } from './_parts/second-factor-card'
import { SessionsCard } from './_parts/sessions-card'

export const generateMetadata = titled('signed-in', ({ t }) => t('account.title'))

export default page('signed-in', async ({ ctx, i18n, t }) => {
  const { name, role, scope, locale, sessionId } = ctx.viewer
  const texts = formTexts(t)
  return (
    <>
      <PageHeader
        title={t('account.title')}
        text={t('account.text', { role: t(`users.roles.${role}`), scope: t(`users.scopes.${scope.kind}`) })}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <Card title={t('account.profile')}>
            <CardBody>
              <ActionForm action={changeOwnAccountAction} submit={t('common.save')} texts={texts}>
                <TextField name="name" label={t('account.name')} required defaultValue={name} autoComplete="name" />
                <SelectField
                  name="locale"
                  label={t('account.locale')}
                  required
                  defaultValue={locale}
                  options={localeOptions(t)}
                />
              </ActionForm>
            </CardBody>
          </Card>
          <SecondFactorCard factor={await getOwnSecondFactor(ctx)} i18n={i18n} />
          <SessionsCard sessions={await listOwnSessions(ctx)} currentId={sessionId} i18n={i18n} />
        </div>
        <Card title={t('account.password.title')}>
          <CardBody>
            <ActionForm action={changeOwnPasswordAction} submit={t('account.password.submit')} texts={texts}>
              <PasswordField
                name="current"
                label={t('account.password.current')}
                autoComplete="current-password"
                required
              />
              <PasswordField
                name="password"
                label={t('account.password.next')}
                hint={t('auth.invitation.hint')}
                autoComplete="new-password"
                required
              />
              <PasswordField
                name="again"
                label={t('account.password.again')}
                hint={t('account.password.hint')}
                autoComplete="new-password"
                required
              />
            </ActionForm>
          </CardBody>
        </Card>
      </div>
    </>
  )
})
