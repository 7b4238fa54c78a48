import { ExternalLink } from '@/components/ui/icons'
import { DataTable, type Column } from '@/components/ui/data-table'
import { buttonClass } from '@/components/ui/variants'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import type { MatchedBy } from '@/lib/search/found'
import type { FoundDocument } from '@/lib/documents/search'
import type { Listed } from '@/lib/search/hits'
import { Link } from '@/components/ui/link'
import { matchWords } from './match-words'

type CustomerRow = Listed & {
  matchedBy?: MatchedBy
  foundDocument?: FoundDocument | undefined
  /** The address of the profile, with the customer's place in this list. */
  href: string
}

type Props = {
  customers: CustomerRow[]
  i18n: I18n
  now: Date
  /** Shows a choice of two customers to merge instead of the links to profiles. The table is then inside a form. */
  picksMerge?: boolean
}

/** Customers of a list or a search, each with a link to its profile (F1, F13). */
export function CustomerTable({ customers, i18n, now, picksMerge = false }: Props) {
  return (
    <DataTable
      caption={i18n.t('search.caption')}
      columns={columnsOf(i18n, now, picksMerge)}
      rows={customers}
      rowKey={(row) => row.id}
      interactive={picksMerge}
    />
  )
}

function columnsOf(i18n: I18n, now: Date, picksMerge: boolean): Column<CustomerRow>[] {
  const { t } = i18n
  const none = <span className="none">—</span>
  return [
    { key: 'name', header: t('search.columns.name'), primary: true, cell: (row) => <Name row={row} i18n={i18n} /> },
    {
      key: 'document',
      header: t('search.columns.document'),
      fold: true,
      nowrap: true,
      cell: ({ document }) => document?.shown ?? none,
    },
    { key: 'email', header: t('search.columns.email'), fold: true, cell: ({ email }) => email ?? none },
    {
      key: 'phone',
      header: t('search.columns.phone'),
      fold: true,
      nowrap: true,
      cell: ({ phone }) => phone ?? none,
    },
    {
      key: 'activity',
      header: t('search.columns.activity'),
      fold: true,
      nowrap: true,
      cell: (row) => <Time at={row.lastActivityAt} i18n={i18n} relative now={now} />,
    },
    picksMerge
      ? { key: 'pick', header: t('merges.pick.column'), align: 'end', cell: (row) => <MergeChoice row={row} t={t} /> }
      : {
          key: 'actions',
          header: t('search.columns.actions'),
          align: 'end',
          cell: (row) => <Actions row={row} t={t} />,
        },
  ]
}

function Name({ row, i18n: { t } }: { row: CustomerRow; i18n: I18n }) {
  return (
    <>
      <Link href={row.href}>{row.name}</Link>
      {row.tradeName && <small>{row.tradeName}</small>}
      {row.foundDocument && (
        <small className="matched">
          <Link href={`/customers/${row.id}/documents/${row.foundDocument.id}`}>
            {t('search.matchedByDocument', row.foundDocument)}
          </Link>
        </small>
      )}
      {row.matchedBy && !row.foundDocument && (
        <small className={row.matchedBy.endsWith('similar') ? undefined : 'matched'}>
          {t('search.matchedBy', { match: matchWords(row, row.matchedBy, t) })}
        </small>
      )}
    </>
  )
}

/** Which record stays, and which one is merged into it. */
function MergeChoice({ row: { id, name }, t }: { row: CustomerRow; t: I18n['t'] }) {
  return (
    <span className="merge-choice">
      {(['keep', 'with'] as const).map((role) => (
        <label key={role} className="choice">
          <input type="radio" name={role} value={id} required aria-label={t(`merges.pick.${role}Of`, { name })} />
          <span>{t(`merges.pick.${role}`)}</span>
        </label>
      ))}
    </span>
  )
}

function Actions({ row, t }: { row: CustomerRow; t: I18n['t'] }) {
  const newTab = t('search.newTab', { name: row.name })
  return (
    <span className="row-actions">
      <Link href={row.href} className={buttonClass('secondary', 'sm')}>
        {t('search.profile')}
        <span className="sr-only"> {row.name}</span>
      </Link>
      <a href={row.href} target="_blank" rel="noopener" className="icon-btn" aria-label={newTab} title={newTab}>
        <ExternalLink />
      </a>
    </span>
  )
}
