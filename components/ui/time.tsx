import type { I18n } from '@/lib/i18n/translator'

type Props = { at: Date; i18n: Pick<I18n, 'format'>; relative?: boolean; now?: Date; withTime?: boolean }

/** An instant in the company's time zone; relative ones keep the full date at hand. */
export function Time({ at, i18n: { format }, relative = false, now = new Date(), withTime = true }: Props) {
  const full = format.dateTime(at, { dateStyle: 'short', ...(withTime && { timeStyle: 'short' }) })
  return (
    <time dateTime={at.toISOString()} title={relative ? full : undefined}>
      {relative ? format.relativeTime(at, now) : full}
    </time>
  )
}
