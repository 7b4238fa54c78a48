import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { publicPage, publicTitle } from '@/app/_frame/public-page'
import { requestResetAction } from '@/lib/users/actions'
import { canMailReset } from '@/lib/users/password-reset'

export const generateMetadata = publicTitle(({ t }) => t('auth.forgot.title'))

export default publicPage(async ({ search, t }) => {
  const back = <ButtonLink href="/sign-in">{t('auth.forgot.back')}</ButtonLink>
  if (!canMailReset()) return notice(t('auth.forgot.title'), t('auth.forgot.unavailable'))
  if (search.sent) return notice(t('auth.forgot.sentTitle'), t('auth.forgot.sentText'))
  return (
    <>
      <PageHeader title={t('auth.forgot.title')} text={t('auth.forgot.text')} />
      <Card>
        <CardBody>
          <ActionForm action={requestResetAction} submit={t('auth.forgot.submit')} texts={formTexts(t)}>
            <TextField
              name="email"
              type="email"
              label={t('auth.email')}
              autoComplete="username"
              inputMode="email"
              spellCheck={false}
              required
            />
          </ActionForm>
        </CardBody>
      </Card>
      <p className="mt-4">{back}</p>
    </>
  )

  function notice(title: string, text: string) {
    return (
      <>
        <PageHeader title={title} text={text} />
        {back}
      </>
    )
  }
})
