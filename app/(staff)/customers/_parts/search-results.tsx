import { CustomerTable } from '@/components/search/customer-table'
import { FocusOnArrival } from '@/components/shell/focus-on-arrival'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import type { I18n } from '@/lib/i18n/translator'
import type { StaffPage } from '@/lib/http/page'
import { requirePrimary } from '@/lib/http/page'
import type { SearchResult } from '@/lib/search/search-customers'
import { searchWithinBudget } from '@/lib/search/search-within-budget'
import { hrefOf, type SearchInUrl } from './search-params'
import { PickMergeForm, PickMergeLink } from './pick-merge'
import { NothingFound } from './nothing-found'
import { RegisterButton } from './register-button'
import { SearchPaused } from './search-paused'
import { withPlaces } from '@/lib/search/list-place/with-places'

/** The hits of a search, each with the field that matched. The total is never counted (F9, F14). */
export async function SearchResults({
  ctx,
  asked,
  ...i18n
}: Omit<StaffPage, 'params' | 'search'> & { asked: SearchInUrl }) {
  const { t } = i18n
  const result = await searchWithinBudget(await requirePrimary(), { q: asked.q, type: asked.type, cursor: asked.after })
  const { hits, nextCursor, warnings, pausedUntil } = result
  const { q, type } = asked
  const places = { rows: hits, offset: result.shown - hits.length, after: asked.after, nextCursor }
  const mayMerge = ctx.viewer.can('customers.merge') && hits.length > 1
  const picksMerge = asked.picksMerge && mayMerge
  const hasSimilarOnly = hits.length > 0 && hits.every(isSimilar)
  const list = (
    <Card>
      {hits.length ? (
        <CustomerTable
          customers={withPlaces(ctx.viewer, { q, type }, places)}
          i18n={i18n}
          now={ctx.now}
          picksMerge={picksMerge}
        />
      ) : (
        <NothingFound viewer={ctx.viewer} asked={asked} tooSlow={result.tooSlow} t={t} />
      )}
    </Card>
  )
  return (
    <>
      <PageHeader
        title={t('search.results', { q: asked.q })}
        text={countOf(result, t)}
        actions={
          <>
            {mayMerge && !picksMerge && <PickMergeLink asked={asked} t={t} />}
            {hasSimilarOnly && ctx.viewer.can('customers.create') && <RegisterButton asked={asked} t={t} />}
          </>
        }
        focusId="results"
      />
      <FocusOnArrival key={hrefOf(asked)} id="results" />
      {pausedUntil && <SearchPaused viewer={ctx.viewer} until={pausedUntil} i18n={i18n} />}
      {warnings.map((warning) => (
        <Banner key={warning} tone="warn">
          {t(`search.warnings.${warning}`)}
        </Banner>
      ))}
      {picksMerge ? (
        <PickMergeForm asked={asked} t={t}>
          {list}
        </PickMergeForm>
      ) : (
        list
      )}
      <Pager
        label={t('search.pages')}
        previousLabel={t('search.start')}
        nextLabel={t('search.next')}
        previousHref={asked.after ? hrefOf({ q: asked.q, type: asked.type, picksMerge }) : undefined}
        nextHref={nextCursor ? hrefOf({ ...asked, after: nextCursor }) : undefined}
      />
    </>
  )
}

/** Similar names are counted separately, because they fill the page whatever was typed. */
function countOf({ hits, nextCursor, shown }: SearchResult, t: I18n['t']): string | undefined {
  if (nextCursor) return t('search.moreThan', { count: shown })
  const similar = hits.filter(isSimilar).length
  if (similar) return t('search.foundSimilar', { found: shown - similar, similar })
  return hits.length ? t('search.found', { count: shown }) : undefined
}

const isSimilar = ({ matchedBy }: SearchResult['hits'][number]) => matchedBy.endsWith('similar')
