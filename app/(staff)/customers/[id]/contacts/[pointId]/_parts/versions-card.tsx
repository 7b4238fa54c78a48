import { Card, CardBody } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Time } from '@/components/ui/time'
import type { listVersions } from '@/lib/contacts/queries'
import type { I18n } from '@/lib/i18n/translator'

type Version = Awaited<ReturnType<typeof listVersions>>[number]

/** The earlier values of the point, newest first. */
export function VersionsCard({ versions, i18n }: { versions: readonly Version[]; i18n: I18n }) {
  const { t } = i18n
  return (
    <Card id="versions" title={t('contacts.versions')}>
      {versions.length ? (
        <DataTable
          caption={t('contacts.versions')}
          columns={columnsOf(i18n)}
          rows={versions}
          rowKey={(v) => String(v.version)}
        />
      ) : (
        <CardBody>
          <p className="text-ink-3">{t('contacts.noVersions')}</p>
        </CardBody>
      )}
    </Card>
  )
}

function columnsOf(i18n: I18n): Column<Version>[] {
  const { t } = i18n
  return [
    { key: 'value', header: t('contacts.version.value'), primary: true, cell: (v) => <Said {...v} /> },
    { key: 'from', header: t('contacts.version.from'), fold: true, cell: (v) => <Time at={v.validFrom} i18n={i18n} /> },
    {
      key: 'until',
      header: t('contacts.version.until'),
      fold: true,
      cell: (v) => <Time at={v.replacedAt} i18n={i18n} />,
    },
    { key: 'by', header: t('contacts.version.by'), fold: true, cell: (v) => v.replacedBy ?? t('common.none') },
  ]
}

const Said = ({ value, place, label }: Version) => (
  <>
    <span className="tabular">{value}</span>
    {(place || label) && <small>{[place, label].filter(Boolean).join(' · ')}</small>}
  </>
)
