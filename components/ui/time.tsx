import type { I18n } from '@/lib/i18n/translator'

type Props = { at: Date; i18n: Pick<I18n, 'format' | 't'>; relative?: boolean; now?: Date; withTime?: boolean }

/** An instant in the company's time zone. A relative one shows the full date as its title. */
export function Time({ at, i18n, relative = false, now = new Date(), withTime = true }: Props) {
  const full = i18n.format.dateTime(at, { dateStyle: 'short', ...(withTime && { timeStyle: 'short' }) })
  return (
    <time dateTime={at.toISOString()} title={relative ? full : undefined}>
      {relative ? whenWords(at, now, i18n) : full}
    </time>
  )
}

const MINUTE_MS = 60_000

/** How long ago or how soon, in words; less than a minute is "now". */
export const whenWords = (at: Date, now: Date, { format, t }: Pick<I18n, 'format' | 't'>): string =>
  Math.abs(now.getTime() - at.getTime()) < MINUTE_MS ? t('common.justNow') : format.relativeTime(at, now)
