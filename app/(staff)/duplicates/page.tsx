import { page, titled } from '@/app/_frame/staff-page'
import { ButtonForm } from '@/components/forms/button-form'
import { SectionPager } from '@/components/profile/section-pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { CircleCheckBig } from '@/components/ui/icons'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { listStores } from '@/lib/customers/queries'
import { duplicateAction } from '@/lib/duplicates/actions'
import { PAIR_STATES, readPairFilter } from '@/lib/duplicates/filter'
import { DUPLICATE_FORM, DUPLICATES, RULE } from '@/lib/duplicates/paths'
import { listPairs } from '@/lib/duplicates/queries/list-pairs'
import { withQuery } from '@/lib/http/with-query'
import { DecidedPairs } from './_parts/decided-pairs'
import { OpenPairs } from './_parts/open-pairs'
import { PairFilter } from './_parts/pair-filter'

export const generateMetadata = titled('duplicates.read', ({ t }) => t('duplicates.title'))

/** Customers who are probably the same one, and the pairs that somebody decided are not. */
export default page('duplicates.read', async ({ ctx, search, i18n, t }) => {
  const { state, ...filters } = readPairFilter(search)
  const [{ pairs, nextCursor }, stores] = await Promise.all([
    listPairs(ctx, { state, ...filters }, search.cursor),
    listStores(ctx),
  ])
  const mayDecide = ctx.viewer.can('duplicates.decide')
  const isFiltered = Object.values(filters).some(Boolean)
  const query = { ...filters, state: state === 'open' ? undefined : state }
  const isEveryPairChosen = search.all === '1'
  const emptyText = isFiltered ? 'filtered' : state
  return (
    <>
      {mayDecide && <ButtonForm id={DUPLICATE_FORM} action={duplicateAction} />}
      <PageHeader
        title={t('duplicates.title')}
        text={t('duplicates.text')}
        actions={
          ctx.viewer.can('duplicates.configure') && <ButtonLink href={RULE}>{t('duplicates.rule.link')}</ButtonLink>
        }
      />
      <Tabs
        label={t('duplicates.tabsLabel')}
        items={PAIR_STATES.map((one) => ({
          href: one === 'open' ? DUPLICATES : `${DUPLICATES}?state=${one}`,
          label: t(`duplicates.tabs.${one}`),
          current: one === state,
        }))}
      />
      <Card>
        <PairFilter filter={{ state, ...filters }} isFiltered={isFiltered} stores={stores} i18n={i18n} />
        {pairs.length === 0 && (
          <EmptyState
            icon={<CircleCheckBig />}
            title={t(`duplicates.empty.${emptyText}`)}
            text={t(`duplicates.emptyText.${emptyText}`)}
          />
        )}
        {pairs.length > 0 && state === 'decided' && <DecidedPairs pairs={pairs} mayDecide={mayDecide} i18n={i18n} />}
        {pairs.length > 0 && state === 'open' && (
          <OpenPairs
            pairs={pairs}
            mayDecide={mayDecide}
            isEveryPairChosen={isEveryPairChosen}
            toggleHref={withQuery(DUPLICATES, {
              ...query,
              cursor: search.cursor,
              all: isEveryPairChosen ? undefined : '1',
            })}
            i18n={i18n}
          />
        )}
        <SectionPager i18n={i18n} path={DUPLICATES} query={query} cursor={search.cursor} nextCursor={nextCursor} />
      </Card>
    </>
  )
})
