import type { I18n } from '@/lib/i18n/translator'

type Props = { at: Date; i18n: Pick<I18n, 'format' | 't'>; relative?: boolean; now?: Date; withTime?: boolean }

/** An instant in the company's time zone. A relative one shows the full date as its title. */
export function Time({ at, i18n, relative = false, now = new Date(), withTime = true }: Props) {
  const full = i18n.format.dateTime(at, withTime ? 'dayTime' : 'day')
  return (
    <time dateTime={at.toISOString()} title={relative ? full : undefined}>
      {relative ? whenWords(at, now, i18n) : full}
    </time>
  )
}

const SECOND_MS = 1000

/** Each unit with its length in the unit before it. */
const UNITS = [
  ['minute', 60],
  ['hour', 60],
  ['day', 24],
  ['month', 30],
  ['year', 12],
] as const

/**
 * How long ago or how soon, in words; less than a minute is "now". The number is rounded before the unit is chosen, so that "24 hours"
 * is "1 day". Months count from 30 days and years from 12 months.
 */
export function whenWords(at: Date, now: Date, { format, t }: Pick<I18n, 'format' | 't'>): string {
  const distanceMs = Math.abs(now.getTime() - at.getTime())
  if (distanceMs < SECOND_MS * 60) return t('common.justNow')
  let amount = distanceMs / SECOND_MS
  let chosen: (typeof UNITS)[number][0] | undefined
  for (const [unit, length] of UNITS) {
    if (chosen && Math.round(amount) < length) break
    amount /= length
    chosen = unit
  }
  return format.relativeTime(at, { now, unit: chosen })
}
