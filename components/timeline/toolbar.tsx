import { FilterDays, FilterSelect } from '@/components/forms/filter-fields'
import { FilterForm } from '@/components/forms/filter-form'
import { CalendarDays, Filter, Printer } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import type { I18n } from '@/lib/i18n/translator'
import type { TimelineKind } from '@/lib/timeline/contributions'
import { TIMELINE_CHANNELS, type TimelineFilter } from '@/lib/timeline/filter'
import type { Month } from '@/lib/timeline/months'
import { withQuery } from '@/lib/http/with-query'
import { MonthLinks } from './month-links'

type Props = {
  path: string
  kinds: readonly TimelineKind[]
  filter: TimelineFilter
  months: readonly Month[]
  month: Month | null
  i18n: I18n
}

/** There is room for these in one line; the filter has all kinds. */
const SEGMENTS: readonly TimelineKind[] = ['messages', 'conversations', 'documents', 'acceptances', 'cases', 'notes']

/** The usual kinds as segments, the filter, the months, and the print view. All of them are links and a plain form. */
export function Toolbar({ path, kinds, filter, months, month, i18n }: Props) {
  const { t } = i18n
  const { kind: _, ...rest } = filter
  return (
    <StaticHtml as="div" className="timeline-bar">
      <nav className="timeline-kinds" aria-label={t('timeline.kindsLabel')}>
        {[undefined, ...kinds.filter((kind) => SEGMENTS.includes(kind) || kind === filter.kind)].map((kind) => (
          <Link
            key={kind ?? 'all'}
            href={withQuery(path, { ...rest, kind })}
            aria-current={kind === filter.kind ? 'true' : undefined}
            scroll={false}
          >
            {t(`timeline.kinds.${kind ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <div className="timeline-tools">
        <details open={Boolean(filter.channel || filter.from || filter.to)}>
          <summary>
            <Filter />
            {t('timeline.filter.title')}
          </summary>
          <TimelineFilterForm path={path} kinds={kinds} filter={filter} t={t} />
        </details>
        {months.length > 0 && (
          <details open={month !== null}>
            <summary>
              <CalendarDays />
              {t('timeline.months')}
            </summary>
            <MonthLinks path={path} filter={filter} months={months} month={month} i18n={i18n} />
          </details>
        )}
        <Link href={withQuery(path, { ...filter, print: '1' })} className="timeline-print">
          <Printer />
          {t('timeline.print.link')}
        </Link>
      </div>
    </StaticHtml>
  )
}

type FormProps = Pick<Props, 'path' | 'kinds' | 'filter'> & { t: I18n['t'] }

const TimelineFilterForm = ({ path, kinds, filter, t }: FormProps) => (
  <FilterForm
    path={path}
    submit={t('timeline.filter.submit')}
    clear={Object.values(filter).some(Boolean) && { href: path, label: t('timeline.filter.clear') }}
  >
    <FilterSelect
      name="kind"
      label={t('timeline.filter.kind')}
      value={filter.kind}
      every={t('timeline.kinds.all')}
      options={kinds.map((kind) => ({ value: kind, label: t(`timeline.kinds.${kind}`) }))}
    />
    <FilterSelect
      name="channel"
      label={t('timeline.filter.channel')}
      value={filter.channel}
      every={t('timeline.filter.everyChannel')}
      options={TIMELINE_CHANNELS.map((channel) => ({ value: channel, label: t(`conversations.channels.${channel}`) }))}
    />
    <FilterDays days={filter} labels={{ from: t('timeline.filter.from'), to: t('timeline.filter.to') }} />
  </FilterForm>
)
