import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { PasswordField } from '@/components/forms/password-field'
import { TextField } from '@/components/forms/text-field'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { page, titled } from '@/app/_frame/staff-page'
import { confirmSecondFactorAction, removeOwnSecondFactorAction } from '@/lib/users/actions'
import { getOwnSecondFactor } from '@/lib/users/second-factor/queries'
import { shownCodes } from '@/lib/users/second-factor/shown-codes'
import { QrCode } from '../_parts/qr-code'
import { SecondFactorCard } from '../_parts/second-factor-card'

export const generateMetadata = titled('signed-in', ({ t }) => t('account.secondFactor.title'))

export default page('signed-in', async ({ ctx, i18n, t }) => {
  const factor = await getOwnSecondFactor(ctx)
  const codes = factor.state === 'on' ? await shownCodes() : null
  const { lacksSecondFactor } = ctx.viewer
  return (
    <div className="max-w-xl">
      <PageHeader title={t('account.secondFactor.title')} />
      {lacksSecondFactor && <Banner tone="warn">{t('account.secondFactor.required')}</Banner>}
      {codes && <Codes codes={codes} />}
      {factor.state === 'on' && <RemoveForm />}
      {factor.state === 'waiting' && <ConfirmForm {...factor} />}
      {(factor.state === 'off' || factor.state === 'by provider') && <SecondFactorCard factor={factor} i18n={i18n} />}
      {!lacksSecondFactor && (
        <p className="mt-4">
          <ButtonLink href="/account">{t('account.secondFactor.back')}</ButtonLink>
        </p>
      )}
    </div>
  )

  function Codes({ codes: all }: { codes: string[] }) {
    return (
      <Card title={t('account.secondFactor.codesTitle')}>
        <CardBody>
          <p className="text-ink-2 mb-3 text-sm">{t('account.secondFactor.codesText')}</p>
          <ul className="grid grid-cols-2 gap-1 font-mono text-sm">
            {all.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </CardBody>
      </Card>
    )
  }

  function ConfirmForm({ secret, address }: { secret: string; address: string }) {
    return (
      <Card title={t('account.secondFactor.confirm')}>
        <CardBody>
          <p className="text-ink-2 mb-3 text-sm">{t('account.secondFactor.scan')}</p>
          <QrCode text={address} label={t('account.secondFactor.qr', { secret })} />
          <p className="mb-3 text-sm break-all">
            {t('account.secondFactor.key')}: <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <ActionForm
            action={confirmSecondFactorAction}
            submit={t('account.secondFactor.confirm')}
            texts={formTexts(t)}
          >
            <PasswordField
              name="password"
              label={t('account.secondFactor.password')}
              autoComplete="current-password"
              required
            />
            <TextField
              name="code"
              label={t('account.secondFactor.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              required
            />
          </ActionForm>
        </CardBody>
      </Card>
    )
  }

  function RemoveForm() {
    return (
      <Card title={t('account.secondFactor.remove')}>
        <CardBody>
          <p className="text-ink-2 mb-3 text-sm">{t('account.secondFactor.removeText')}</p>
          <ActionForm
            action={removeOwnSecondFactorAction}
            submit={t('account.secondFactor.remove')}
            variant="secondary"
            texts={formTexts(t)}
          >
            <PasswordField
              name="password"
              label={t('account.secondFactor.password')}
              autoComplete="current-password"
              required
            />
          </ActionForm>
        </CardBody>
      </Card>
    )
  }
})
