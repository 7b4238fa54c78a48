import { Menu } from '@/components/ui/icons'
import { SearchBox, type SearchTexts } from '@/components/search/search-box'
import type { Viewer } from '@/lib/access/viewer'
import type { I18n } from '@/lib/i18n/translator'
import { SEARCH_TYPES } from '@/lib/search/detect'
import { SIDEBAR_ID } from './sidebar'
import { UserMenu } from './user-menu'

export function TopBar({ viewer, t, path }: { viewer: Viewer; t: I18n['t']; path: string }) {
  return (
    <header className="top">
      <button
        type="button"
        className="icon-btn only-phone"
        popoverTarget={SIDEBAR_ID}
        aria-label={t('nav.menu')}
        title={t('nav.menu')}
      >
        <Menu />
      </button>
      <SearchBox texts={searchTexts(t)} />
      <UserMenu viewer={viewer} t={t} path={path} />
    </header>
  )
}

const searchTexts = (t: I18n['t']): SearchTexts => ({
  label: t('nav.search'),
  by: t('nav.searchBy'),
  placeholder: t('nav.searchPlaceholder'),
  types: SEARCH_TYPES.map((type) => ({ value: type, label: t(`nav.searchTypes.${type}`) })),
  suggestions: {
    label: t('search.suggestions.label'),
    loading: t('search.suggestions.loading'),
    none: t('search.suggestions.none'),
    all: t('search.suggestions.all'),
    failed: t('search.suggestions.failed'),
  },
})
