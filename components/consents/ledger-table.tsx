import { Chip } from '@/components/ui/chip'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Time } from '@/components/ui/time'
import type { LedgerEntry } from '@/lib/consents/schema'
import type { I18n } from '@/lib/i18n/translator'

/** The log of preference changes: type, action, person, origin, time, and the text shown and the reason, if any. */
export function LedgerTable({ entries, i18n }: { entries: readonly LedgerEntry[]; i18n: I18n }) {
  return <DataTable caption={i18n.t('consents.ledger')} columns={columnsOf(i18n)} rows={entries} rowKey={(e) => e.id} />
}

function columnsOf(i18n: I18n): Column<LedgerEntry>[] {
  const { t } = i18n
  return [
    { key: 'type', header: t('consents.type'), primary: true, cell: (e) => <TypeCell entry={e} i18n={i18n} /> },
    {
      key: 'action',
      header: t('consents.actionTitle'),
      cell: ({ action, isRefusal }) => (
        <Chip tone={action === 'accepted' ? 'ok' : 'bad'}>
          {t(`consents.action.${isRefusal ? 'refused' : action}`)}
        </Chip>
      ),
    },
    { key: 'by', header: t('consents.by'), fold: true, cell: (e) => e.by ?? t('consents.system') },
    { key: 'origin', header: t('consents.originTitle'), fold: true, cell: (e) => t(`consents.origin.${e.origin}`) },
    { key: 'at', header: t('consents.at'), fold: true, align: 'end', cell: (e) => <Time at={e.at} i18n={i18n} /> },
  ]
}

function TypeCell({ entry, i18n: { t } }: { entry: LedgerEntry; i18n: I18n }) {
  return (
    <>
      {t(`consents.preference.${entry.preference}`)} · {t(`consents.purpose.${entry.purpose}`)}
      {entry.from && <small>{t('consents.from', { record: entry.from })}</small>}
      {entry.reason && <small>{t('consents.reasonLine', { reason: entry.reason })}</small>}
      {entry.source && <small>{t('consents.sourceLine', { source: t(`consents.source.${entry.source}`) })}</small>}
      {entry.textShown && <small>{t('consents.textLine', { text: entry.textShown })}</small>}
    </>
  )
}
