import { ActionButton } from '@/components/forms/action-button'
import { Card, CardRow } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import type { I18n } from '@/lib/i18n/translator'
import { endOwnSessionAction } from '@/lib/users/actions'
import { deviceOf } from '@/lib/users/device'

type Session = { id: string; createdAt: Date; userAgent: string | null }
type Props = { sessions: Session[]; currentId: string; i18n: I18n }

/** Lists the viewer's sessions. All of them except the current one can be ended here. */
export function SessionsCard({ sessions, currentId, i18n: { t, format } }: Props) {
  return (
    <Card title={t('account.sessions.title')}>
      {sessions.map(({ id, createdAt, userAgent }) => {
        const device = deviceOf(userAgent)
        const since = t('account.sessions.since', {
          date: format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
        })
        const end = (
          <ActionButton
            id={`end-session-${id}`}
            action={endOwnSessionAction}
            fields={{ sessionId: id }}
            label={t('account.sessions.end')}
            size="sm"
          />
        )
        return (
          <CardRow key={id} end={id === currentId ? <Chip tone="accent">{t('account.sessions.this')}</Chip> : end}>
            {device ? t('account.sessions.device', device) : t('account.sessions.unknown')}
            <br />
            <small className="text-ink-3">{since}</small>
          </CardRow>
        )
      })}
    </Card>
  )
}
