import { History } from '@/components/ui/icons'
import { EventFilter } from '@/components/audit/event-filter'
import { HistoryList } from '@/components/profile/history-list'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { CUSTOMER_EVENTS } from '@/lib/audit/events'
import type { Change } from '@/lib/history/changes'
import { listHistory, type HistoryItem } from '@/lib/history/list'
import { toRestore } from '@/lib/history/paths'
import { isRestorable } from '@/lib/history/restore/fields'
import { listAssignable } from '@/lib/customers/queries'

/** Every event of the customer, filtered by kind, user and date. */
export async function HistorySection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const { event, actor, from, to, cursor } = search
  const filter = { event, actor, from, to }
  const [{ items, nextCursor }, actors] = await Promise.all([
    listHistory(ctx, customer, { event, actorId: actor, from, to, cursor }),
    listAssignable(ctx),
  ])
  const path = `/customers/${customer.id}/history`
  // Values of a merged record are read-only: only the survivor's own history offers to restore them.
  const canRestore = (item: HistoryItem) => item.customerId === customer.id && ctx.viewer.can('customers.edit')
  const restoreHref = (item: HistoryItem, { field, before }: Change) =>
    canRestore(item) && isRestorable(item.event, field, before) ? toRestore(customer.id, item.seq, field) : undefined
  const filtered = Object.values(filter).some(Boolean)
  return (
    <Card title={t('profile.history.title')}>
      <EventFilter path={path} filter={filter} events={CUSTOMER_EVENTS} actors={actors} i18n={i18n} />
      {items.length > 0 && <HistoryList items={items} now={ctx.now} i18n={i18n} restoreHref={restoreHref} />}
      {items.length === 0 && (
        <EmptyState
          icon={History}
          title={filtered ? t('profile.history.none') : t('profile.history.empty')}
          text={filtered ? t('profile.history.noneText') : t('profile.history.emptyText')}
        />
      )}
      <SectionPager i18n={i18n} path={path} query={filter} cursor={cursor} nextCursor={nextCursor} />
    </Card>
  )
}

/** The latest five changes, for the overview. */
export async function HistoryCard({ ctx, customer, i18n }: SectionProps) {
  const { t } = i18n
  const { items } = await listHistory(ctx, customer, { limit: 5 })
  return (
    <Card
      title={t('profile.recentHistory')}
      action={<Link href={`/customers/${customer.id}/history`}>{t('profile.seeAll')}</Link>}
    >
      {items.length ? (
        <HistoryList items={items} now={ctx.now} i18n={i18n} />
      ) : (
        <CardBody>{t('profile.history.empty')}</CardBody>
      )}
    </Card>
  )
}
