import { Link } from '@/components/ui/link'
import type { I18n } from '@/lib/i18n/translator'
import type { TimelineFilter } from '@/lib/timeline/filter'
import type { Month } from '@/lib/timeline/months'
import { withQuery } from '@/lib/http/with-query'

type Props = { path: string; filter: TimelineFilter; months: readonly Month[]; month: Month | null; i18n: I18n }

/** A link to each month, by year. They keep the kind and the channel, and drop the period. */
export function MonthLinks({ path, filter: { kind, channel }, months, month, i18n: { format } }: Props) {
  const years = [...new Set(months.map((one) => one.slice(0, 4)))]
  return (
    <dl className="months">
      {years.map((year) => (
        <div key={year}>
          <dt>{year}</dt>
          <dd>
            {months
              .filter((one) => one.startsWith(year))
              .map((one) => {
                const middle = new Date(`${one}-15T12:00:00Z`)
                return (
                  <Link
                    key={one}
                    href={withQuery(path, { kind, channel, month: one })}
                    aria-label={format.dateTime(middle, 'monthOfYear')}
                    aria-current={one === month ? 'true' : undefined}
                  >
                    {format.dateTime(middle, 'month')}
                  </Link>
                )
              })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
