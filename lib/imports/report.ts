import { stringify } from 'csv-stringify/sync'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'
import { listReportedRows, type ImportRow, type RowOutcome } from './queries'
import { sayReason } from './reasons'
import { REPORT_MARK } from './row/plan'

const PAGE_ROWS = 1000

/** Excel expects the delimiter of its language. */
const delimiterOf = (locale: I18n['locale']) => (locale === 'en' ? ',' : ';')

/**
 * The reported rows of an import as a CSV with the file's own columns, the row number and the reasons as sentences.
 * It is streamed in pages, and formulas are escaped. After corrections it can be imported again.
 */
export function reportOf(
  ctx: Ctx,
  file: ImportRow,
  outcome: RowOutcome,
  { t, locale }: Pick<I18n, 't' | 'locale'>,
): ReadableStream<Uint8Array> {
  const options = { delimiter: delimiterOf(locale), escape_formulas: true, record_delimiter: 'windows' as const }
  const utf8 = new TextEncoder()
  let after = 0
  return new ReadableStream({
    start(stream) {
      const titles = [
        ...file.headers,
        `${t('imports.report.row')} ${REPORT_MARK}`,
        `${t('imports.report.reasons')} ${REPORT_MARK}`,
      ]
      stream.enqueue(utf8.encode(`\ufeff${stringify([titles], options)}`))
    },
    async pull(stream) {
      const rows = await listReportedRows(ctx, file, { outcome, after, limit: PAGE_ROWS })
      if (!rows.length) return stream.close()
      after = rows.at(-1)!.row
      const records = rows.map(({ row, cells, reasons }) => [
        ...file.headers.map((_, at) => cells[at] ?? ''),
        String(row),
        reasons.map((reason) => sayReason(t, reason)).join(' '),
      ])
      stream.enqueue(utf8.encode(stringify(records, options)))
    },
  })
}
