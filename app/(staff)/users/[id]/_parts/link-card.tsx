import { ActionButton } from '@/components/forms/action-button'
import { CopyButton } from '@/components/ui/copy-button'
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
          <div className="field mb-3">
            <label className="field-label" htmlFor="link">
              {t('users.link.label')}
            </label>
            <span className="flex gap-2">
              <input className="control" id="link" readOnly value={link} aria-describedby="link-note" />
              <CopyButton text={link} label={t('common.copy')} copied={t('common.copied')} />
            </span>
            <span className="field-hint" id="link-note">
              {t('users.link.ready')}
            </span>
          </div>
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
