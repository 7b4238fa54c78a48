import { ChannelCard } from '@/components/contacts/channel-card'
import type { PointsFor } from '@/components/contacts/point-row'
import { RetiredPoints } from '@/components/contacts/retired-points'
import type { SectionProps } from '@/components/profile/section'
import { StaticHtml } from '@/components/ui/static-html'
import { CHANNELS } from '@/lib/contacts/channels'
import { listPoints, listRetired } from '@/lib/contacts/queries'
import type { PointView } from '@/lib/contacts/view'

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
