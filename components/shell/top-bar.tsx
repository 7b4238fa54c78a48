import { Menu } from 'lucide-react'
import type { Viewer } from '@/lib/auth/viewer'
import type { I18n } from '@/lib/i18n/translator'
import { SearchForm } from './search-form'
import { SIDEBAR_ID } from './sidebar'
import { UserMenu } from './user-menu'

export function TopBar({ viewer, t }: { viewer: Viewer; t: I18n['t'] }) {
  return (
    <header className="top">
      <button type="button" className="icon-btn only-phone" popoverTarget={SIDEBAR_ID} aria-label={t('nav.menu')} title={t('nav.menu')}>
        <Menu />
      </button>
      <SearchForm texts={searchTexts(t)} />
      <UserMenu viewer={viewer} t={t} />
    </header>
  )
}

const searchTexts = (t: I18n['t']) => ({
  label: t('nav.search'),
  by: t('nav.searchBy'),
  placeholder: t('nav.searchPlaceholder'),
  types: SEARCH_TYPES.map((type) => ({ value: type, label: t(`nav.searchTypes.${type}`) })),
})

const SEARCH_TYPES = ['all', 'name', 'cpf', 'cnpj', 'email', 'mobile', 'id'] as const
