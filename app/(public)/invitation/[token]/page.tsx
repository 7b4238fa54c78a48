import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { PasswordField } from '@/components/forms/password-field'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { publicPage, publicTitle } from '@/app/_frame/public-page'
import { setResponseStatus } from '@/lib/http/response-status'
import { FORGOT_PASSWORD } from '@/lib/users/paths'
import { invitedBy, isReset } from '@/lib/users/accept-invitation'
import { acceptInvitationAction } from '@/lib/users/actions'

export const generateMetadata = publicTitle(({ t }) => t('auth.invitation.title'))

/** Shows a form and changes nothing, so that the link still works after a mail scanner has opened it. */
export default publicPage(async ({ publicCtx, params, t }) => {
  const token = params.token ?? ''
  const invited = await invitedBy(publicCtx, token)
  if (!invited) setResponseStatus(404)
  if (!invited && (await isReset(publicCtx, token))) {
    return (
      <>
        <PageHeader title={t('auth.forgot.unusableTitle')} text={t('auth.forgot.unusable')} />
        <ButtonLink href={FORGOT_PASSWORD}>{t('auth.forgot.again')}</ButtonLink>
      </>
    )
  }
  if (!invited) {
    return (
      <>
        <PageHeader title={t('auth.invitation.unusableTitle')} text={t('auth.invitation.unusable')} />
        <ButtonLink href="/sign-in">{t('auth.invitation.toSignIn')}</ButtonLink>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t(invited.purpose === 'reset' ? 'auth.invitation.resetTitle' : 'auth.invitation.title')}
        text={t('auth.invitation.text', { name: invited.name, email: invited.email })}
      />
      <Card>
        <CardBody>
          <ActionForm
            action={acceptInvitationAction}
            submit={t('auth.invitation.submit')}
            hidden={{ token }}
            texts={formTexts(t)}
          >
            <PasswordField
              name="password"
              label={t('auth.invitation.password')}
              hint={t('auth.invitation.hint')}
              autoComplete="new-password"
              required
            />
            <PasswordField name="again" label={t('auth.invitation.again')} autoComplete="new-password" required />
          </ActionForm>
        </CardBody>
      </Card>
    </>
  )
})
