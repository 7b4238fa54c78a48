import { ActionButton } from '@/components/forms/action-button'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import type { I18n } from '@/lib/i18n/translator'
import { deactivateUserAction, reactivateUserAction } from '@/lib/users/actions'

type Props = { user: { id: string; name: string; deactivatedAt: Date | null }; i18n: I18n }

/** Deactivates or reactivates a user. */
export function ActiveCard({ user: { id, name, deactivatedAt }, i18n: { t, format } }: Props) {
  if (deactivatedAt) {
    return (
      <Card title={t('users.reactivate.title')}>
        <CardBody>
          <p className="text-ink-2 mb-3 text-xs">
            {t('users.reactivate.text', { date: format.dateTime(deactivatedAt, { dateStyle: 'medium' }) })}
          </p>
          <ActionButton
            id="reactivate"
            action={reactivateUserAction}
            fields={{ userId: id }}
            label={t('users.reactivate.button')}
          />
        </CardBody>
      </Card>
    )
  }
  return (
    <Card title={t('users.deactivate.title')}>
      <CardBody>
        <p className="text-ink-2 mb-3 text-xs">{t('users.deactivate.text')}</p>
        <Confirm
          label={t('users.deactivate.button')}
          title={t('users.deactivate.ask', { name })}
          text={t('users.deactivate.text')}
          cancel={t('common.cancel')}
        >
          <ActionButton
            id="deactivate"
            action={deactivateUserAction}
            fields={{ userId: id }}
            label={t('users.deactivate.button')}
            variant="danger"
          />
        </Confirm>
      </CardBody>
    </Card>
  )
}
