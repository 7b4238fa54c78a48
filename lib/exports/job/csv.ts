import { stringify } from 'csv-stringify/sync'
import type { EXPORT_DELIMITERS } from '@/db/schema/exports'
import type { I18n } from '@/lib/i18n/translator'
import type { ColumnName } from '@/lib/reports/customer-filter/schema'
import { cellText, type ReportRow } from '@/lib/search/report-rows'

export const CHARACTERS = { semicolon: ';', comma: ',' } as const satisfies Record<
  (typeof EXPORT_DELIMITERS)[number],
  string
>

/** Excel reads UTF-8 only with this mark. */
const BYTE_ORDER_MARK = '\ufeff'

type Format = { columns: readonly ColumnName[]; delimiter: keyof typeof CHARACTERS; i18n: I18n }

/** The texts of a CSV. A cell that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV injection). */
export function csvOf({ columns, delimiter, i18n }: Format) {
  const lines = (records: string[][]) =>
    stringify(records, { delimiter: CHARACTERS[delimiter], escape_formulas: true, record_delimiter: 'windows' })
  const titles = [i18n.t('search.columns.name'), ...columns.map((name) => i18n.t(`reports.columns.${name}`))]
  return {
    header: BYTE_ORDER_MARK + lines([titles]),
    rows: (rows: ReportRow[]) =>
      rows.length
        ? lines(rows.map((row) => [nameOf(row), ...columns.map((name) => cellText(name, row, i18n) ?? '')]))
        : '',
  }
}

/** The name and, as on the page, the trade name of a company. */
const nameOf = ({ name, tradeName }: ReportRow): string => (tradeName ? `${name} (${tradeName})` : name)
