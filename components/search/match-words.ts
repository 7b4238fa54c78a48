import type { I18n } from '@/lib/i18n/translator'
import type { MatchedBy } from '@/lib/search/found'

type Found = { hasSocialName: boolean }

/** What a search matched. A civil name is called so when the row shows a social name instead. */
export function matchWords({ hasSocialName }: Found, matchedBy: MatchedBy, t: I18n['t']): string {
  if (hasSocialName && matchedBy === 'name') return t('search.matches.civil_name')
  if (hasSocialName && matchedBy === 'name_similar') return t('search.matches.civil_name_similar')
  return t(`search.matches.${matchedBy}`)
}
