import { Users } from '@/components/ui/icons'
import { CustomerTable } from '@/components/search/customer-table'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import type { StaffPage } from '@/lib/http/page'
import { listCustomers } from '@/lib/search/list-customers'
import { PickMergeForm, PickMergeLink } from './pick-merge'
import { hrefOf, type SearchInUrl } from './search-params'
import { withPlaces } from '@/lib/search/list-place/with-places'

/** The page without a search: every customer in the viewer's scope, newest activity first. */
export async function CustomerList({
  ctx,
  asked,
  ...i18n
}: Omit<StaffPage, 'params' | 'search'> & { asked: SearchInUrl }) {
  const { t } = i18n
  const { after } = asked
  const mayMerge = ctx.viewer.can('customers.merge')
  const picksMerge = asked.picksMerge && mayMerge
  const page = await listCustomers(ctx, after)
  const actions = (
    <>
      {mayMerge && !picksMerge && <PickMergeLink asked={asked} t={t} />}
      {ctx.viewer.can('customers.create') && (
        <ButtonLink href="/customers/new" variant="primary">
          {t('search.new')}
        </ButtonLink>
      )}
    </>
  )
  const list = (
    <Card>
      {page.customers.length ? (
        <CustomerTable
          customers={withPlaces(ctx.viewer, null, { ...page, rows: page.customers, after })}
          i18n={i18n}
          now={ctx.now}
          picksMerge={picksMerge}
        />
      ) : (
        <NoCustomers ctx={ctx} {...i18n} />
      )}
    </Card>
  )
  return (
    <>
      <PageHeader title={t('search.title')} text={t('search.listText')} actions={actions} />
      {picksMerge ? (
        <PickMergeForm asked={asked} t={t}>
          {list}
        </PickMergeForm>
      ) : (
        list
      )}
      <Pager
        label={t('search.pages')}
        previousLabel={t('search.previous')}
        nextLabel={t('search.next')}
        previousHref={page.previousCursor ? hrefOf({ picksMerge, after: page.previousCursor }) : undefined}
        nextHref={page.nextCursor ? hrefOf({ picksMerge, after: page.nextCursor }) : undefined}
      />
    </>
  )
}

function NoCustomers({ ctx, t }: Pick<StaffPage, 'ctx' | 't'>) {
  const mayImport = ctx.viewer.can('imports.run')
  return (
    <EmptyState
      icon={Users}
      title={t('search.none.title')}
      text={t(ctx.viewer.scope.kind === 'own' ? 'search.none.scope' : 'search.none.text')}
      action={mayImport && <ButtonLink href="/imports/new">{t('search.import')}</ButtonLink>}
    />
  )
}
