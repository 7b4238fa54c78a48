import { Card, CardBody } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { Channel } from '@/lib/contacts/channels'
import { toNewPoint } from '@/lib/contacts/paths'
import type { PointView } from '@/lib/contacts/view'
import { ChoosePrimary } from './choose-primary'
import { PointRow, type PointsFor } from './point-row'
import { lacksPrimary } from './words'

/** Every point of one channel that is in use, or what to do if there is none. */
export function ChannelCard({ channel, points, ...rest }: PointsFor & { channel: Channel; points: PointView[] }) {
  const { t } = rest.i18n
  const add = rest.mayEdit && (
    <Link
      className="link text-sm"
      href={toNewPoint(rest.customerId, channel)}
      aria-label={t(`contacts.addOne.${channel}`)}
    >
      {t('contacts.add')}
    </Link>
  )
  return (
    <Card id={`channel-${channel}`} title={t(`contacts.channel.${channel}`)} action={add}>
      {lacksPrimary(points) && <ChoosePrimary i18n={rest.i18n} />}
      {points.map((point) => (
        <PointRow key={point.id} point={point} {...rest} />
      ))}
      {!points.length && (
        <CardBody>
          <p className="text-ink-3">{t(`contacts.none.${channel}`)}</p>
        </CardBody>
      )}
    </Card>
  )
}
