import { matchWords } from '@/components/search/match-words'
import { handler } from '@/lib/http/handler'
import type { I18n } from '@/lib/i18n/translator'
import { SEARCH_TYPES } from '@/lib/search/detect'
import { searchWithinBudget, type LimitedResult } from '@/lib/search/search-within-budget'

const MOST = 7

/**
 * The suggestions of the search box: `{ hits, more, note, register }`, texts in the viewer's language, values masked as on the page. `note`
 * says why nothing was searched, or how to type the value. `register` is the label of the button that registers the typed text, if nothing
 * was found and the viewer may create customers (F15). Both are null otherwise.
 */
export const GET = handler('customers.read', async ({ request, ctx, t, format }) => {
  const asked = new URL(request.url).searchParams
  const type = SEARCH_TYPES.find((known) => known === asked.get('type')) ?? 'all'
  const q = asked.get('q') ?? ''
  const result = await searchWithinBudget(ctx, { q, type, typing: true, most: MOST })
  const rows = result.hits.map(({ id, name, tradeName, document, phone, email, matchedBy, hasSocialName }) => ({
    id,
    name: tradeName ? `${name} · ${tradeName}` : name,
    detail: [document?.shown, phone ?? email].filter(Boolean).join(' · '),
    match: matchWords({ hasSocialName }, matchedBy, t),
  }))
  const note = noteOf(result, { t, format }) ?? (rows.length ? null : continueHint(q, t))
  const isNew = !rows.length && !note && !result.tooSlow && ctx.viewer.can('customers.create')
  const answer = {
    hits: rows,
    more: Boolean(result.nextCursor),
    note,
    register: isNew ? t('search.nothing.register', { q: q.trim() }) : null,
  }
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } })
})

function noteOf({ pausedUntil, warnings }: LimitedResult, { t, format }: Pick<I18n, 't' | 'format'>): string | null {
  if (pausedUntil) return t('search.paused.text', { when: format.dateTime(pausedUntil, 'dayTime') })
  const hint = warnings.find((warning) => warning === 'cpf_digits' || warning === 'whole_email')
  return hint ? t(`search.warnings.${hint}`) : null
}

const UNFINISHED_NUMBER = /^[\d.\-()/\s]+$/
const [DIGITS_LEAST, DIGITS_MOST] = [3, 7]

/** Says how many digits a tax id and a phone need, while fewer are typed (F15). */
function continueHint(q: string, t: I18n['t']): string | null {
  const digits = q.replace(/\D/g, '').length
  const isUnfinished = UNFINISHED_NUMBER.test(q) && digits >= DIGITS_LEAST && digits <= DIGITS_MOST
  return isUnfinished ? t('search.suggestions.moreDigits') : null
}
