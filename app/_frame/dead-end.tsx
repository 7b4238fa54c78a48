import { CloudAlert, Hourglass, SearchX, ShieldOff, type IconComponent } from '@/components/ui/icons'
import { Lost } from '@/components/shell/lost'
import type { I18n } from '@/lib/i18n/translator'

export type DeadEndStatus = 403 | 404 | 500 | 503

const ICONS: Record<DeadEndStatus, IconComponent> = { 403: ShieldOff, 404: SearchX, 500: CloudAlert, 503: Hourglass }

type Props = { status: DeadEndStatus; i18n: I18n; /** Names a failure in the log. */ code?: string; within?: boolean }

/** The same words for what does not exist and for what is not the viewer's to see. */
export function DeadEnd({ status, i18n: { t }, code = '', within = false }: Props) {
  const words = {
    403: { title: t('common.forbiddenTitle'), text: t('common.forbiddenText') },
    404: { title: t('common.notFoundTitle'), text: t('common.notFoundText') },
    500: { title: t('common.failedTitle'), text: t('common.failedText', { code }) },
    503: { title: t('common.busyTitle'), text: t('common.busyText') },
  }[status]
  return (
    <Lost
      within={within}
      icon={ICONS[status]}
      {...words}
      next={{ href: '/customers', label: t('common.backToCustomers') }}
    />
  )
}
