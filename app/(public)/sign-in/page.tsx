import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { PasswordField } from '@/components/forms/password-field'
import { TextField } from '@/components/forms/text-field'
import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { signInAction } from '@/lib/auth/actions'
import { HOME } from '@/lib/auth/enter'
import { hasEndedSession } from '@/lib/access/session'
import { env } from '@/lib/env'
import { FORGOT_PASSWORD } from '@/lib/users/paths'
import { publicPage, publicTitle } from '@/app/_frame/public-page'
import { requestCtx } from '@/lib/http/request'
import { safePath } from '@/lib/http/safe-path'
import { DemoSignIns } from './_parts/demo-sign-ins'
import { OpenIdLink } from './_parts/open-id-link'

export const generateMetadata = publicTitle(({ t }) => t('auth.title'))

export default publicPage(async ({ search, i18n }) => {
  const { t } = i18n
  const returnTo = safePath(search.returnTo, HOME)
  if (await requestCtx()) redirect(returnTo)
  return (
    <>
      <PageHeader title={t('auth.title')} text={t('auth.text')} />
      {search.unsent ? (
        <Banner tone="warn">{t('auth.unsent')}</Banner>
      ) : (
        (await hasEndedSession()) && <Banner tone="warn">{t('auth.sessionEnded')}</Banner>
      )}
      {(search.refused || search.error) && (
        <Banner tone="bad">{t('auth.openIdRefused', { provider: env().OIDC_NAME })}</Banner>
      )}
      <Card>
        <CardBody>
          <ActionForm action={signInAction} submit={t('auth.enter')} hidden={{ returnTo }} texts={formTexts(t)}>
            <TextField
              name="email"
              type="email"
              label={t('auth.email')}
              autoComplete="username"
              inputMode="email"
              spellCheck={false}
              required
            />
            <PasswordField name="password" label={t('auth.password')} autoComplete="current-password" required />
          </ActionForm>
          <p className="mt-3 text-sm">
            <Link href={FORGOT_PASSWORD} className="link">
              {t('auth.forgot.link')}
            </Link>
          </p>
          <OpenIdLink i18n={i18n} returnTo={returnTo} />
        </CardBody>
      </Card>
      <DemoSignIns i18n={i18n} returnTo={returnTo} />
    </>
  )
})
