import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { toAcceptance } from '@/lib/acceptances/paths'
import type { PendingRequest } from '@/lib/acceptances/pending'
import type { I18n } from '@/lib/i18n/translator'

export const approvalColumns = (i18n: I18n): Column<PendingRequest>[] => {
  const { t } = i18n
  return [
    {
      key: 'document',
      header: t('acceptances.approvals.columns.document'),
      primary: true,
      cell: ({ id, customerId, title }) => (
        <Link className="link" href={toAcceptance(customerId, id)}>
          {title}
        </Link>
      ),
    },
    {
      key: 'customer',
      header: t('acceptances.approvals.columns.customer'),
      fold: true,
      cell: ({ customerName }) => customerName,
    },
    { key: 'by', header: t('acceptances.approvals.columns.by'), fold: true, cell: ({ by }) => by ?? '—' },
    {
      key: 'to',
      header: t('acceptances.approvals.columns.to'),
      fold: true,
      cell: ({ address, channel }) => (
        <>
          {address} <span className="text-ink-3 nowrap text-xs">{t(`sending.channels.${channel}`)}</span>
        </>
      ),
    },
    {
      key: 'at',
      header: t('acceptances.approvals.columns.at'),
      fold: true,
      align: 'end',
      cell: ({ createdAt }) => <Time at={createdAt} i18n={i18n} />,
    },
  ]
}
