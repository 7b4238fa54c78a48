import { handler } from '@/lib/http/handler'
import { SEARCH_TYPES } from '@/lib/search/detect'
import { searchCustomers } from '@/lib/search/search-customers'

const MOST = 7

/**
 * The suggestions of the search box: `{ hits, more }`, texts in the viewer's language, values masked as on the page.
 */
export const GET = handler('customers.read', async ({ ctx, request, t }) => {
  const asked = new URL(request.url).searchParams
  const type = SEARCH_TYPES.find((known) => known === asked.get('type')) ?? 'all'
  const { hits, nextCursor } = await searchCustomers(ctx, { q: asked.get('q') ?? '', type, typing: true, most: MOST })
  const rows = hits.map(({ id, name, preferredName, document, phone, email, matchedBy }) => ({
    id,
    name: preferredName ? `${name} · ${preferredName}` : name,
    detail: [document?.shown, phone ?? email].filter(Boolean).join(' · '),
    match: t(`search.matches.${matchedBy}`),
  }))
  return Response.json({ hits: rows, more: Boolean(nextCursor) }, { headers: { 'cache-control': 'private, no-store' } })
})
