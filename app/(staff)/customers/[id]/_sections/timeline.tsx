import { History } from '@/components/ui/icons'
import type { SectionProps } from '@/components/profile/section'
import { collapseEdits } from '@/components/timeline/collapse-edits'
import { withQuery } from '@/lib/http/with-query'
import { PrintedTimeline } from '@/components/timeline/printed'
import { rowOf } from '@/components/timeline/rows/row-of'
import { Toolbar } from '@/components/timeline/toolbar'
import { Card } from '@/components/ui/card'
import { DayRows } from '@/components/ui/day-rows'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Pager } from '@/components/ui/pager'
import { kindsFor } from '@/lib/timeline/arms'
import { readTimelineFilter } from '@/lib/timeline/filter'
import { listTimeline } from '@/lib/timeline/list'
import { listMonths, readMonth } from '@/lib/timeline/months'
import { toTimeline } from '@/lib/timeline/paths'

/** Everything that happened with the customer, newest first, with filters and links to months (N10). */
export async function TimelineSection(props: SectionProps) {
  const { ctx, customer, i18n, search } = props
  const { t } = i18n
  const filter = readTimelineFilter(search)
  const path = toTimeline(customer.id)
  if (search.print) return <PrintedTimeline {...props} filter={filter} path={path} />
  const month = readMonth(search.month)
  const { before, after } = search
  const [{ events, newer, older }, months] = await Promise.all([
    listTimeline(ctx, customer, { filter, before, after, month }),
    listMonths(ctx, customer, filter),
  ])
  const isFiltered = Object.values(filter).some(Boolean)
  // A month's first page has newer events, unless it is the newest month.
  const startsAtNewest = !before && !after && month && months[0] && months[0] <= month
  return (
    <Card>
      <Toolbar path={path} kinds={kindsFor(ctx.viewer)} filter={filter} months={months} month={month} i18n={i18n} />
      {events.length > 0 ? (
        <DayRows
          heading={t('timeline.list')}
          rows={collapseEdits(events).map((entry) => rowOf(entry, customer.id, i18n))}
          now={ctx.now}
          i18n={i18n}
        />
      ) : (
        <EmptyState
          icon={History}
          title={t(isFiltered || before || after || month ? 'timeline.none' : 'timeline.empty')}
          text={t(isFiltered || before || after || month ? 'timeline.noneText' : 'timeline.emptyText')}
        />
      )}
      <Pager
        label={t('common.pages')}
        previousHref={newer && !startsAtNewest ? withQuery(path, { ...filter, after: newer }) : undefined}
        nextHref={older ? withQuery(path, { ...filter, before: older }) : undefined}
        previousLabel={t('timeline.newer')}
        nextLabel={t('timeline.older')}
        note={
          (before || after || month) && (
            <Link className="link" href={withQuery(path, filter)}>
              {t('timeline.newest')}
            </Link>
          )
        }
      />
    </Card>
  )
}
