import { ButtonLink } from '@/components/ui/button-link'
import type { I18n } from '@/lib/i18n/translator'

const VIEWS = ['messages', 'events', 'journeys'] as const

/** Links to the three views of the interactions. */
export function ViewLinks({
  path,
  current,
  i18n: { t },
}: {
  path: string
  current: (typeof VIEWS)[number]
  i18n: I18n
}) {
  return (
    <nav className="flex flex-wrap gap-2" aria-label={t('interactions.views.label')}>
      {VIEWS.map((view) => (
        <ButtonLink
          key={view}
          href={view === 'messages' ? path : `${path}?view=${view}`}
          size="sm"
          variant={view === current ? 'secondary' : 'quiet'}
          aria-current={view === current ? 'page' : undefined}
          scroll={false}
        >
          {t(`interactions.views.${view}`)}
        </ButtonLink>
      ))}
    </nav>
  )
}
