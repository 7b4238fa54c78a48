import { Phone } from '@/components/ui/icons'
import { ChannelCard } from '@/components/contacts/channel-card'
import { ChoosePrimary } from '@/components/contacts/choose-primary'
import { PointRow, type PointsFor } from '@/components/contacts/point-row'
import { RetiredPoints } from '@/components/contacts/retired-points'
import { lacksPrimary } from '@/components/contacts/words'
import type { SectionProps } from '@/components/profile/section'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, GroupLabel } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { CHANNELS } from '@/lib/contacts/channels'
import { toNewPoint, toPoints } from '@/lib/contacts/paths'
import { listPoints, listRetired } from '@/lib/contacts/queries'
import type { PointView } from '@/lib/contacts/view'

/** The overview shows this many per channel and links to the others. */
const ON_CARD = 3

const forViewer = ({ ctx: { viewer }, customer, i18n }: SectionProps): PointsFor => ({
  customerId: customer.id,
  mayEdit: viewer.can('contacts.edit'),
  mayReveal: viewer.can('personal.reveal'),
  i18n,
})

const byChannel = (points: PointView[]) =>
  CHANNELS.map((channel) => ({ channel, points: points.filter((p) => p.channel === channel) }))

/** Every channel with its points in use, and below them the removed ones. */
export async function ContactsSection(props: SectionProps) {
  const { ctx, customer } = props
  const points = await listPoints(ctx, customer)
  const retired = await listRetired(ctx, customer)
  const pointProps = forViewer(props)
  return (
    <StaticHtml as="div" className="grid gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {byChannel(points).map((group) => (
          <ChannelCard key={group.channel} {...group} {...pointProps} />
        ))}
      </div>
      <RetiredPoints points={retired} {...pointProps} />
    </StaticHtml>
  )
}

/** The points in use, channel by channel, for the overview. */
export async function ContactsCard(props: SectionProps) {
  const { ctx, customer, i18n } = props
  const { t } = i18n
  const points = await listPoints(ctx, customer)
  const pointProps = forViewer(props)
  const add = pointProps.mayEdit && (
    <Link className="link text-sm" href={toNewPoint(customer.id)}>
      {t('contacts.add')}
    </Link>
  )
  if (!points.length) return <NoPoints {...pointProps} />
  const groups = byChannel(points).filter((group) => group.points.length)
  return (
    <Card id="contacts" title={t('contacts.title')} action={add}>
      {groups.map((group) => (
        <ChannelGroup key={group.channel} {...group} {...pointProps} />
      ))}
    </Card>
  )
}

function ChannelGroup({
  channel,
  points,
  ...pointProps
}: PointsFor & { channel: PointView['channel']; points: PointView[] }) {
  const { t } = pointProps.i18n
  return (
    <>
      <GroupLabel>{t(`contacts.channel.${channel}`)}</GroupLabel>
      {lacksPrimary(points) && <ChoosePrimary i18n={pointProps.i18n} />}
      {points.slice(0, ON_CARD).map((point) => (
        <PointRow key={point.id} point={point} {...pointProps} />
      ))}
      {points.length > ON_CARD && (
        <CardBody>
          <Link className="link text-sm" href={`${toPoints(pointProps)}#channel-${channel}`}>
            {t('contacts.more', { count: points.length - ON_CARD })}
          </Link>
        </CardBody>
      )}
    </>
  )
}

function NoPoints({ customerId, mayEdit, i18n: { t } }: PointsFor) {
  const action = mayEdit && <ButtonLink href={toNewPoint(customerId)}>{t('contacts.newTitle')}</ButtonLink>
  return (
    <Card id="contacts" title={t('contacts.title')}>
      <EmptyState icon={<Phone />} title={t('contacts.emptyTitle')} text={t('contacts.emptyText')} action={action} />
    </Card>
  )
}
