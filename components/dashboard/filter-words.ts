import type { DashboardFilter } from '@/lib/dashboard/filter'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'

/** The period and the channel of the figures in words, because a printed page has no form. */
export function filterWords({ from, to, channel }: DashboardFilter, i18n: I18n): string {
  const { t } = i18n
  const days = { from: from ? formatDay(from, i18n) : '', to: to ? formatDay(to, i18n) : '' }
  const period = t(`dashboard.period.${from && to ? 'between' : from ? 'from' : to ? 'to' : 'all'}`, days)
  return channel ? `${period} · ${t(`conversations.channels.${channel}`)}` : period
}
