import { StateChip } from '@/components/sending/state-chip'
import type { SectionProps } from '@/components/profile/section'
import { Card, CardBody } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import { type Communication, listCommunications } from '@/lib/interactions/communications'
import { toInteraction, toInteractions } from '@/lib/interactions/paths'

/** "Onde foi parar?": the latest five messages, each with its outcome. */
export async function LatestCommunicationsCard({ ctx, customer, i18n }: SectionProps) {
  const { t } = i18n
  const { items } = await listCommunications(ctx, customer, { limit: 5 })
  return (
    <Card
      id="latest"
      title={t('interactions.latest')}
      action={
        <Link className="link text-sm" href={toInteractions(customer.id)}>
          {t('interactions.seeAll')}
        </Link>
      }
    >
      {items.length ? (
        <DataTable
          caption={t('interactions.communicationsList')}
          columns={columns(customer.id, i18n)}
          rows={items}
          rowKey={({ sendId }) => sendId}
        />
      ) : (
        <CardBody>{t('interactions.latestEmpty')}</CardBody>
      )}
    </Card>
  )
}

const columns = (customerId: string, i18n: I18n): Column<Communication>[] => {
  const { t } = i18n
  return [
    {
      key: 'message',
      header: t('interactions.columns.message'),
      primary: true,
      cell: ({ sendId, name, journey }) => (
        <>
          <Link className="link" href={toInteraction({ customerId, sendId })}>
            {name}
          </Link>
          {journey && <small>{journey}</small>}
        </>
      ),
    },
    {
      key: 'where',
      header: t('interactions.columns.where'),
      fold: true,
      cell: ({ channel, to }) => <Where medium={t(`sending.channels.${channel}`)} to={to.text} />,
    },
    {
      key: 'state',
      header: t('interactions.columns.state'),
      cell: ({ state, channel }) => (
        <>
          <StateChip state={state} t={i18n.t} />
          {channel === 'sms' && state === 'delivered' && <small>{t('interactions.notMeasurable')}</small>}
        </>
      ),
    },
    {
      key: 'when',
      header: t('interactions.columns.when'),
      fold: true,
      align: 'end',
      cell: ({ stateAt }) => <Time at={stateAt} i18n={i18n} relative />,
    },
  ]
}

const Where = ({ medium, to }: { medium: string; to: string }) => (
  <>
    {medium} <small>{to}</small>
  </>
)
