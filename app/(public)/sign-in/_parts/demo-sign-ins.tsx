import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { signInAction } from '@/lib/auth/actions'
import { demoSignIns } from '@/lib/auth/demo-sign-ins'
import type { I18n } from '@/lib/i18n/translator'

/** One button for each demo user, which signs in at once. Shown only with demo data. */
export function DemoSignIns({ i18n: { t }, returnTo }: { i18n: I18n; returnTo: string }) {
  const users = demoSignIns()
  if (!users.length) return null
  return (
    <Card title={t('auth.demoTitle')} id="demo">
      <CardBody>
        <p className="text-ink-3 text-xs">{t('auth.demoText')}</p>
      </CardBody>
      {users.map(({ name, email, password, role, scope }) => (
        <CardRow
          key={email}
          end={
            <ActionForm
              action={signInAction}
              submit={t('auth.enterAs', { name: name.split(' ')[0]! })}
              hidden={{ email, password, returnTo }}
              variant="secondary"
              texts={formTexts(t)}
            >
              {null}
            </ActionForm>
          }
        >
          <b>{name}</b>
          <br />
          <span className="text-ink-3 text-xs">
            {t(`users.roles.${role}`)} · {t(`users.scopes.${scope}`)}
          </span>
        </CardRow>
      ))}
    </Card>
  )
}
