import { CustomerTable } from '@/components/search/customer-table'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import type { StaffPage } from '@/lib/kernel/page'
import { searchCustomers } from '@/lib/search/search-customers'
import { hrefOf, type Asked } from './asked'
import { NothingFound } from './nothing-found'

/** The hits of a search, each with what matched; never how many millions there are (F9, F14). */
export async function SearchResults({ ctx, asked, ...i18n }: Omit<StaffPage, 'params' | 'search'> & { asked: Asked }) {
  const { t } = i18n
  const result = await searchCustomers(ctx, { q: asked.q, type: asked.type, cursor: asked.after })
  const { hits, nextCursor, shown, warnings } = result
  const count = nextCursor ? t('search.moreThan', { count: shown }) : hits.length ? t('search.found', { count: shown }) : undefined
  return (
    <>
      <PageHeader title={t('search.results', { q: asked.q })} text={count} />
      {warnings.map((warning) => (
        <Banner key={warning} tone="warn">
          {t(`search.warnings.${warning}`)}
        </Banner>
      ))}
      <Card>{hits.length ? <CustomerTable customers={hits} i18n={i18n} now={ctx.now} /> : <NothingFound asked={asked} tooSlow={result.tooSlow} t={t} />}</Card>
      <Pager
        label={t('search.pages')}
        previousLabel={t('search.start')}
        nextLabel={t('search.next')}
        previousHref={asked.after ? hrefOf({ q: asked.q, type: asked.type }) : undefined}
        nextHref={nextCursor ? hrefOf({ ...asked, after: nextCursor }) : undefined}
      />
    </>
  )
}
