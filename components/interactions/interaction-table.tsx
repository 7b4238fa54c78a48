import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import type { Interaction } from '@/lib/interactions/history'
import { toInteraction } from '@/lib/interactions/paths'
import { StateChip } from '@/components/sending/state-chip'
import { journeyWords } from './words'

type Props = { customerId: string; items: Interaction[]; i18n: I18n }

/** The events with their message, channel and time. Each row links to the message. */
export function InteractionTable({ customerId, items, i18n }: Props) {
  return (
    <DataTable
      caption={i18n.t('interactions.list')}
      columns={columns(customerId, i18n)}
      rows={items}
      rowKey={({ sendId, kind }) => `${sendId}-${kind}`}
    />
  )
}

const columns = (customerId: string, i18n: I18n): Column<Interaction>[] => {
  const { t } = i18n
  return [
    {
      key: 'message',
      header: t('interactions.columns.message'),
      primary: true,
      cell: (item) => <Message item={item} customerId={customerId} i18n={i18n} />,
    },
    {
      key: 'where',
      header: t('interactions.columns.where'),
      fold: true,
      cell: ({ channel, to }) => `${t(`sending.channels.${channel}`)} · ${to.text}`,
    },
    { key: 'what', header: t('interactions.columns.what'), cell: ({ kind }) => <StateChip state={kind} t={i18n.t} /> },
    {
      key: 'when',
      header: t('interactions.columns.when'),
      fold: true,
      align: 'end',
      cell: ({ at }) => <Time at={at} i18n={i18n} />,
    },
  ]
}

const Message = ({
  item: { name, journey, sendId, test },
  customerId,
  i18n,
}: {
  item: Interaction
  customerId: string
  i18n: I18n
}) => (
  <>
    <Link className="link" href={toInteraction({ customerId, sendId })}>
      {name}
    </Link>{' '}
    {test && <Chip tone="warn">{i18n.t('interactions.test')}</Chip>}
    {journey && <small>{journeyWords(journey, i18n)}</small>}
  </>
)
