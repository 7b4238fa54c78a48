import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import { CloudAlert, Hourglass, SearchX, ShieldOff, type IconComponent } from '@/components/ui/icons'
import type { I18n } from '@/lib/i18n/translator'

export type ErrorStatus = 403 | 404 | 500 | 503

const ICONS: Record<ErrorStatus, IconComponent> = { 403: ShieldOff, 404: SearchX, 500: CloudAlert, 503: Hourglass }

type Props = {
  status: ErrorStatus
  i18n: I18n
  /** The request's id, which finds a failure in the log. */ code: string
}

/** Explains why a page cannot be shown. A record outside the viewer's scope gets the same 404 as a missing one. */
export function ErrorPage({ status, i18n: { t }, code }: Props) {
  const { title, text } = {
    403: { title: t('common.forbiddenTitle'), text: t('common.forbiddenText') },
    404: { title: t('common.notFoundTitle'), text: t('common.notFoundText') },
    500: { title: t('common.failedTitle'), text: t('common.failedText', { code }) },
    503: { title: t('common.busyTitle'), text: t('common.busyText') },
  }[status]
  return (
    <div className="lost">
      <div className="empty">
        <div className="empty-icon">
          <Icon of={ICONS[status]} />
        </div>
        <h1>{title}</h1>
        <p>{text}</p>
        <div className="empty-action">
          <ButtonLink href="/customers" variant="primary">
            {t('common.backToCustomers')}
          </ButtonLink>
        </div>
      </div>
    </div>
  )
}
