import type { ReactNode } from 'react'
import type { I18n } from '@/lib/i18n/translator'
import { byDay } from './by-day'
import { Icon, type IconLike } from './icon'
import { StaticHtml } from './static-html'

/** One line of a list that is grouped by day. */
export type DayRow = {
  /** A link with `#` and this id leads to the row. */
  id: string
  at: Date
  icon: IconLike
  /** Usually a link, which covers the row. */
  title: ReactNode
  /** A second line of small text. */
  note?: ReactNode
  /** The destination of a message, or the person who acted. */
  to?: ReactNode
  /** States, steps or buttons. */
  end?: ReactNode
  /** Below the row: values, notes, a form. It makes the row higher. */
  more?: ReactNode
}

type Props = {
  /** A heading for screen readers, where the list has no visible one. */
  heading?: string
  rows: readonly DayRow[]
  /** A row has a form or a client component. */
  interactive?: boolean
  now: Date
  i18n: I18n
}

/** Rows under headings for their days, in the given order. A row is 44 px high at a desk and 56 px on a phone. */
export function DayRows({ heading, rows, interactive = false, now, i18n }: Props) {
  return (
    <StaticHtml as="div" className="days" interactive={interactive}>
      {heading && <h2 className="sr-only">{heading}</h2>}
      {byDay(rows, ({ at }) => at, i18n).map(({ day, ofDay }) => (
        <section key={ofDay[0]!.id}>
          <h3 className="day-head">{dayWords(ofDay[0]!.at, day, now, i18n)}</h3>
          <ol>
            {ofDay.map((row) => (
              <Row key={row.id} row={row} i18n={i18n} />
            ))}
          </ol>
        </section>
      ))}
    </StaticHtml>
  )
}

function Row({ row: { id, at, icon, title, note, to, end, more }, i18n: { format } }: { row: DayRow; i18n: I18n }) {
  return (
    <li id={id} className="day-row">
      <Icon of={icon} />
      <div className="day-title">
        {title}
        {note && <small>{note}</small>}
      </div>
      <span className="day-to">{to}</span>
      <span className="day-end">{end}</span>
      <time dateTime={at.toISOString()}>{format.dateTime(at, 'time')}</time>
      {more && <div className="day-more">{more}</div>}
    </li>
  )
}

const dayOf = (at: Date, { format }: I18n): string => format.dateTime(at, 'day')

const DAY_MS = 86_400_000

/** "Hoje, 29 de novembro de 2026". */
function dayWords(at: Date, day: string, now: Date, i18n: I18n): string {
  const date = i18n.format.dateTime(at, 'longDay')
  if (day === dayOf(now, i18n)) return i18n.t('common.todayOn', { date })
  if (day === dayOf(new Date(now.getTime() - DAY_MS), i18n)) return i18n.t('common.yesterdayOn', { date })
  return date
}
