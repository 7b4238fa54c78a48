import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { publicPage, publicTitle } from '@/app/_frame/public-page'
import { signInWithCodeAction } from '@/lib/auth/actions'
import { HOME } from '@/lib/auth/enter'
import { pendingSignIn } from '@/lib/auth/second-factor/pending'
import { requestCtx } from '@/lib/http/request'
import { safePath } from '@/lib/http/safe-path'

export const generateMetadata = publicTitle(({ t }) => t('auth.code.title'))

/** The second step of signing in, after the password. */
export default publicPage(async ({ search, t }) => {
  const returnTo = safePath(search.returnTo, HOME)
  if (await requestCtx()) redirect(returnTo)
  const toPassword = `/sign-in?${new URLSearchParams({ returnTo })}`
  if (!(await pendingSignIn())) redirect(toPassword)
  return (
    <>
      <PageHeader title={t('auth.code.title')} text={t('auth.code.text')} />
      <Card>
        <CardBody>
          <ActionForm
            action={signInWithCodeAction}
            submit={t('auth.code.submit')}
            hidden={{ returnTo }}
            texts={formTexts(t)}
          >
            <TextField
              name="code"
              label={t('auth.code.label')}
              autoComplete="one-time-code"
              maxLength={40}
              spellCheck={false}
              autoFocus
              required
            />
          </ActionForm>
        </CardBody>
      </Card>
      <p className="mt-4">
        <ButtonLink href={toPassword}>{t('auth.code.back')}</ButtonLink>
      </p>
    </>
  )
})
