import { ActionButton } from '@/components/forms/action-button'
import { Card, CardBody } from '@/components/ui/card'
import type { I18n } from '@/lib/i18n/translator'
import { reinviteUserAction } from '@/lib/users/actions'

type Props = { userId: string; link: string | null; expiresAt: Date | null; i18n: I18n }

/** The link to set a password, shown once after it was created, and the button for another one. */
export function LinkCard({ userId, link, expiresAt, i18n: { t, format } }: Props) {
  return (
    <Card title={t('users.link.title')}>
      <CardBody>
        {link ? (
          <label className="field">
            <span className="field-label">{t('users.link.label')}</span>
            <input className="control" readOnly value={link} aria-describedby="link-note" />
            <span className="field-hint" id="link-note">
              {t('users.link.ready')}
            </span>
          </label>
        ) : (
          <p className="text-ink-2 mb-3 text-xs">
            {expiresAt
              ? t('users.link.waiting', {
                  date: format.dateTime(expiresAt, { dateStyle: 'medium', timeStyle: 'short' }),
                })
              : t('users.link.none')}
          </p>
        )}
        <ActionButton id="make-link" action={reinviteUserAction} fields={{ userId }} label={t('users.link.make')} />
      </CardBody>
    </Card>
  )
}
