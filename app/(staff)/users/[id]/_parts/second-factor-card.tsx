import { ActionButton } from '@/components/forms/action-button'
import { Card, CardBody } from '@/components/ui/card'
import type { I18n } from '@/lib/i18n/translator'
import { removeSecondFactorAction } from '@/lib/users/actions'

type Props = { userId: string; since: Date; i18n: I18n }

/** Turns off the second factor of a user who has lost it. */
export function SecondFactorCard({ userId, since, i18n: { t, format } }: Props) {
  return (
    <Card title={t('users.secondFactor.title')}>
      <CardBody>
        <p className="text-ink-2 mb-3 text-xs">
          {t('users.secondFactor.text', { date: format.dateTime(since, { dateStyle: 'medium' }) })}
        </p>
        <ActionButton
          id="remove-second-factor"
          action={removeSecondFactorAction}
          fields={{ userId }}
          label={t('users.secondFactor.button')}
        />
      </CardBody>
    </Card>
  )
}
