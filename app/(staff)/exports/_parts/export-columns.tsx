import type { Choices } from '@/components/reports/choices'
import { queryWords } from '@/components/reports/words'
import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { toExport } from '@/lib/exports/paths'
import type { ExportRow } from '@/lib/exports/queries'
import type { I18n } from '@/lib/i18n/translator'
import { StatusChip } from './status-chip'

/** What was exported, by whom and when, and until when its file is available. */
export function exportColumns(choices: Choices, i18n: I18n): Column<ExportRow>[] {
  const { t, format } = i18n
  return [
    {
      key: 'filter',
      header: t('exports.list.filter'),
      primary: true,
      cell: ({ id, query }) => (
        <Link className="link" href={toExport(id)}>
          {queryWords(query, choices, i18n)}
        </Link>
      ),
    },
    { key: 'status', header: t('exports.list.status'), cell: ({ status }) => <StatusChip status={status} t={t} /> },
    {
      key: 'rows',
      header: t('exports.list.rows'),
      fold: true,
      align: 'end',
      cell: ({ rowsDone }) => format.number(rowsDone),
    },
    { key: 'by', header: t('exports.list.by'), fold: true, cell: ({ requestedByName }) => requestedByName },
    {
      key: 'at',
      header: t('exports.list.at'),
      fold: true,
      nowrap: true,
      cell: ({ createdAt }) => <Time at={createdAt} i18n={i18n} />,
    },
    {
      key: 'expires',
      header: t('exports.list.expires'),
      fold: true,
      nowrap: true,
      cell: ({ expiresAt, fileDeletedAt }) => (expiresAt && !fileDeletedAt ? <Time at={expiresAt} i18n={i18n} /> : '—'),
    },
  ]
}
