import type { Params } from '@/lib/http/page'
import { SEARCH_TYPES, type SearchType } from '@/lib/search/detect'

export type SearchInUrl = { q: string; type: SearchType; after: string | undefined; picksMerge: boolean }

/** The search in the URL. An unknown type counts as `all`. */
export function searchOf(search: Params): SearchInUrl {
  const type = SEARCH_TYPES.find((known) => known === search.type) ?? 'all'
  return { q: (search.q ?? '').trim().slice(0, 200), type, after: search.after, picksMerge: search.pick === 'merge' }
}

export function hrefOf({ q, type, after, picksMerge }: Partial<SearchInUrl>): string {
  const query = new URLSearchParams({
    ...(type && type !== 'all' && { type }),
    ...(q && { q }),
    ...(after && { after }),
    ...(picksMerge && { pick: 'merge' }),
  }).toString()
  return query ? `/customers?${query}` : '/customers'
}
