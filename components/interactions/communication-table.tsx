import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import type { Communication } from '@/lib/interactions/communications'
import { clicked, type Measured, opened } from '@/lib/interactions/measure'
import { toInteraction } from '@/lib/interactions/paths'
import { CertificateLink } from './certificate-link'

type Props = { customerId: string; items: Communication[]; i18n: I18n }

/** Every message, and whether it was opened and clicked if the channel can measure that. */
export function CommunicationTable({ customerId, items, i18n }: Props) {
  return (
    <DataTable
      caption={i18n.t('interactions.communicationsList')}
      columns={columns(customerId, i18n)}
      rows={items}
      rowKey={({ sendId }) => sendId}
    />
  )
}

const columns = (customerId: string, i18n: I18n): Column<Communication>[] => {
  const { t } = i18n
  const heads = (key: 'subject' | 'action' | 'sentAt' | 'medium' | 'to' | 'opened' | 'clicked') => ({
    key,
    header: t(`interactions.columns.${key}`),
  })
  return [
    { ...heads('subject'), primary: true, cell: (item) => <Subject item={item} customerId={customerId} i18n={i18n} /> },
    { ...heads('action'), fold: true, cell: (item) => <Action item={item} i18n={i18n} /> },
    { ...heads('sentAt'), fold: true, cell: ({ sentAt }) => <Time at={sentAt} i18n={i18n} /> },
    {
      ...heads('medium'),
      fold: true,
      cell: ({ channel }) => <span className="nowrap">{t(`sending.channels.${channel}`)}</span>,
    },
    { ...heads('to'), fold: true, cell: ({ to }) => <span className="nowrap">{to.text}</span> },
    { ...heads('opened'), fold: true, cell: (item) => <Answer of={opened(item)} i18n={i18n} /> },
    { ...heads('clicked'), fold: true, cell: (item) => <Answer of={clicked(item)} i18n={i18n} /> },
  ]
}

const Action = ({ item: { purpose, journey }, i18n: { t } }: { item: Communication; i18n: I18n }) => (
  <>
    {journey} <small className="text-ink-3">{t(`interactions.purpose.${purpose}`)}</small>
  </>
)

function Answer({ of, i18n }: { of: Measured; i18n: I18n }) {
  if (typeof of === 'object') return <Time at={of.at} i18n={i18n} />
  const words = i18n.t(`interactions.measured.${of}`)
  return of === 'unmeasurable' ? <span className="text-ink-3">{words}</span> : words
}

function Subject({ item, customerId, i18n }: { item: Communication; customerId: string; i18n: I18n }) {
  const { name, subject, sendId, certificateUrl, test } = item
  return (
    <>
      <Link className="link" href={toInteraction({ customerId, sendId })}>
        {subject ?? name}
      </Link>{' '}
      {test && <Chip tone="warn">{i18n.t('interactions.test')}</Chip>}
      {certificateUrl && (
        <small>
          <CertificateLink url={certificateUrl} i18n={i18n} />
        </small>
      )}
    </>
  )
}
