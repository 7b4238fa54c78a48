import type { SectionProps } from '@/components/profile/section'
import { Card, CardBody } from '@/components/ui/card'
import { DayRows } from '@/components/ui/day-rows'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { shownName } from '@/lib/customer-group/shown-name'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import type { TimelineFilter } from '@/lib/timeline/filter'
import { listTimeline } from '@/lib/timeline/list'
import { collapseEdits } from './collapse-edits'
import { withQuery } from '@/lib/http/with-query'
import { rowOf } from './rows/row-of'

const PRINTED_MAX = 500

type Props = SectionProps & { filter: TimelineFilter; path: string }

/**
 * The newest 500 events of the filtered period, for paper: with the customer's name, the period, who printed it and when. Paper outlives a
 * reveal, so revealed values are masked again.
 */
export async function PrintedTimeline({ ctx, customer, i18n, filter, path }: Props) {
  const { t, format } = i18n
  const masked = { ...customer, revealed: new Set<string>() }
  const { events, older } = await listTimeline(ctx, masked, { filter, limit: PRINTED_MAX })
  const more = older !== null
  const facts = [
    { label: t('timeline.print.customer'), value: shownName(customer) },
    { label: t('timeline.print.period'), value: periodWords(filter, i18n) },
    { label: t('timeline.print.shown'), value: t(`timeline.kinds.${filter.kind ?? 'all'}`) },
    {
      label: t('timeline.print.by'),
      value: t('timeline.print.byAt', { name: ctx.viewer.name, at: format.dateTime(ctx.now, 'dayTime') }),
    },
  ]
  return (
    <Card id="printed-timeline" title={t('timeline.print.title')}>
      <CardBody>
        <p className="no-print text-ink-2">
          {t('timeline.print.hint')}{' '}
          <Link className="link" href={withQuery(path, filter)}>
            {t('timeline.print.back')}
          </Link>
        </p>
        {more && <p>{t('timeline.print.more', { count: PRINTED_MAX })}</p>}
      </CardBody>
      <DefinitionList items={facts} />
      {events.length > 0 ? (
        <DayRows
          heading={t('timeline.list')}
          rows={collapseEdits(events).map((entry) => rowOf(entry, customer.id, i18n))}
          now={ctx.now}
          i18n={i18n}
        />
      ) : (
        <CardBody>{t('timeline.none')}</CardBody>
      )}
    </Card>
  )
}

function periodWords({ from, to }: TimelineFilter, i18n: I18n): string {
  const days = { from: from ? formatDay(from, i18n) : '', to: to ? formatDay(to, i18n) : '' }
  if (from && to) return i18n.t('timeline.print.between', days)
  if (from) return i18n.t('timeline.print.since', days)
  return to ? i18n.t('timeline.print.until', days) : i18n.t('timeline.print.wholePeriod')
}
