import { Hourglass, SearchX } from '@/components/ui/icons'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import type { I18n } from '@/lib/i18n/translator'
import type { Viewer } from '@/lib/access/viewer'
import { hasNoShape, SEARCH_TYPES } from '@/lib/search/detect'
import { detectFor } from '@/lib/search/detect-for'
import { RegisterButton } from './register-button'
import { hrefOf, type SearchInUrl } from './search-params'

type Props = { viewer: Viewer; asked: SearchInUrl; tooSlow: boolean; t: I18n['t'] }

/** Says that nothing was found, and links to searches of other types for the same text. */
export function NothingFound({ viewer, asked, tooSlow, t }: Props) {
  if (tooSlow) return <EmptyState icon={Hourglass} title={t('search.tooSlow.title')} text={t('search.tooSlow.text')} />
  const others = SEARCH_TYPES.filter(
    (type) => type !== asked.type && !hasNoShape(detectFor(viewer, { q: asked.q, type }).shapes),
  )
  const links = (
    <ul className="ways">
      {others.map((type) => (
        <li key={type}>
          <Link href={hrefOf({ q: asked.q, type })} className="chip chip-accent">
            {type === 'all' ? t('search.nothing.all') : t(`search.nothing.as.${type}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
  return (
    <EmptyState
      icon={SearchX}
      title={t('search.nothing.title', { q: asked.q })}
      text={others.length > 0 && t('search.nothing.text')}
      action={
        <>
          {viewer.can('customers.create') && <RegisterButton asked={asked} t={t} />}
          {others.length > 0 && links}
        </>
      }
    />
  )
}
