import type { I18n } from '@/lib/i18n/translator'

/** Groups rows that are in the order of their instants by the company's day, each with the day in words. */
export function byDay<Row>(rows: readonly Row[], atOf: (row: Row) => Date, { format }: Pick<I18n, 'format'>) {
  const days: { day: string; ofDay: Row[] }[] = []
  for (const row of rows) {
    const day = format.dateTime(atOf(row), 'day')
    const last = days.at(-1)
    if (last?.day === day) last.ofDay.push(row)
    else days.push({ day, ofDay: [row] })
  }
  return days
}
