import { Banner } from '@/components/ui/banner'
import type { Viewer } from '@/lib/access/viewer'
import type { I18n } from '@/lib/i18n/translator'

type Props = { viewer: Viewer; until: Date; i18n: I18n }

/** Says that the person's search budget is used up, when they can search again, and how to get a larger budget. */
export function SearchPaused({ viewer, until, i18n: { t, format } }: Props) {
  const when = format.dateTime(until, 'dayTime')
  return (
    <Banner tone="warn">
      <strong>{t('search.paused.title')}.</strong> {t('search.paused.text', { when })}
      {!viewer.can('personal.reveal') && ` ${t('search.paused.ask')}`}
    </Banner>
  )
}
