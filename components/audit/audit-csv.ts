import { stringify } from 'csv-stringify/sync'
import type { AuditItem } from '@/lib/history/list-all'
import type { I18n } from '@/lib/i18n/translator'
import { aboutName } from './about-name'
import { detailLines } from './detail-lines'

/**
 * The events as a CSV file with the columns of the page, in the viewer's language. Cells that a spreadsheet would read as formulas begin
 * with an apostrophe. Excel expects the delimiter of its language.
 */
export function auditCsv(items: readonly AuditItem[], i18n: I18n): string {
  const { t, format, locale } = i18n
  const titles = (['at', 'event', 'actor', 'about', 'details'] as const).map((column) => t(`audit.columns.${column}`))
  const rows = items.map((item) => [
    format.dateTime(item.at, { dateStyle: 'medium', timeStyle: 'medium' }),
    t(`audit.events.${item.event}`),
    item.actor ?? t('audit.nobody'),
    aboutName(item, i18n) ?? '',
    detailLines(item, i18n).join(' · '),
  ])
  const options = {
    delimiter: locale === 'en' ? ',' : ';',
    escape_formulas: true,
    record_delimiter: 'windows' as const,
  }
  return `\ufeff${stringify([titles, ...rows], options)}`
}
