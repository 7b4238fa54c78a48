import { ActionButton } from '@/components/forms/action-button'
import { Card, CardBody } from '@/components/ui/card'
import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'
import { unlinkIdentityAction } from '@/lib/users/actions'

type Props = { userId: string; since: Date; i18n: I18n }

/** Says which account signs in as the user, and removes the link. */
export function IdentityCard({ userId, since, i18n: { t, format } }: Props) {
  const provider = env().OIDC_NAME
  return (
    <Card title={t('users.identity.title', { provider })}>
      <CardBody>
        <p className="text-ink-2 mb-3 text-xs">
          {t('users.identity.text', { provider, date: format.dateTime(since, { dateStyle: 'medium' }) })}
        </p>
        <ActionButton
          id="unlink-identity"
          action={unlinkIdentityAction}
          fields={{ userId }}
          label={t('users.identity.button')}
        />
      </CardBody>
    </Card>
  )
}
