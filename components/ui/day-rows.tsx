import type { ReactNode } from 'react'
import type { I18n } from '@/lib/i18n/translator'
import { Icon, type IconLike } from './icon'
import { StaticHtml } from './static-html'

/** One line of a list that is grouped by day. */
export type DayRow = {
  /** A link with `#` and this id leads to the row. */
  id: string
  at: Date
  icon: IconLike
  /** Usually a link. Its first link covers the row. */
  title: ReactNode
  /** A second line of small text. */
  note?: ReactNode
  /** The destination of a message. */
  to?: ReactNode
  /** States, steps or buttons. */
  end?: ReactNode
}

type Props = {
  /** A heading for screen readers, where the list has no visible one. */
  heading?: string
  rows: readonly DayRow[]
  now: Date
  i18n: I18n
}

/** Rows under headings for their days, in the given order. A row is 44 px high at a desk and 56 px on a phone. */
export function DayRows({ heading, rows, now, i18n }: Props) {
  return (
    <StaticHtml as="div" className="days">
      {heading && <h2 className="sr-only">{heading}</h2>}
      {daysOf(rows, i18n).map(({ day, own }) => (
        <section key={own[0]!.id}>
          <h3 className="day-head">{dayWords(own[0]!.at, day, now, i18n)}</h3>
          <ol>
            {own.map((row) => (
              <Row key={row.id} row={row} i18n={i18n} />
            ))}
          </ol>
        </section>
      ))}
    </StaticHtml>
  )
}

function Row({ row: { id, at, icon, title, note, to, end }, i18n: { format } }: { row: DayRow; i18n: I18n }) {
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
    </li>
  )
}

const dayOf = (at: Date, { format }: I18n): string => format.dateTime(at, 'day')

function daysOf(rows: readonly DayRow[], i18n: I18n): { day: string; own: DayRow[] }[] {
  const days: { day: string; own: DayRow[] }[] = []
  for (const row of rows) {
    const day = dayOf(row.at, i18n)
    const last = days.at(-1)
    if (last?.day === day) last.own.push(row)
    else days.push({ day, own: [row] })
  }
  return days
}

const DAY_MS = 86_400_000

/** "Hoje, 29 de novembro de 2026". */
function dayWords(at: Date, day: string, now: Date, i18n: I18n): string {
  const date = i18n.format.dateTime(at, 'longDay')
  if (day === dayOf(now, i18n)) return i18n.t('common.todayOn', { date })
  if (day === dayOf(new Date(now.getTime() - DAY_MS), i18n)) return i18n.t('common.yesterdayOn', { date })
  return date
}
