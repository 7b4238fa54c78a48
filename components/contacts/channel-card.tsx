import { Card, CardBody } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { Channel } from '@/lib/contacts/channels'
import { toNewPoint } from '@/lib/contacts/paths'
import type { PointView } from '@/lib/contacts/view'
import { ChoosePrimary } from './choose-primary'
import { PointRow, type PointsFor } from './point-row'
import { lacksPrimary } from './words'

/** Every live point of one channel, or what to do when there is none. */
export function ChannelCard({ channel, points, ...given }: PointsFor & { channel: Channel; points: PointView[] }) {
  const { t } = given.i18n
  const add = given.mayEdit && (
    <Link
      className="link text-sm"
      href={toNewPoint(given.customerId, channel)}
      aria-label={t(`contacts.addOne.${channel}`)}
    >
      {t('contacts.add')}
    </Link>
  )
  return (
    <Card id={`channel-${channel}`} title={t(`contacts.channel.${channel}`)} action={add}>
      {lacksPrimary(points) && <ChoosePrimary i18n={given.i18n} />}
      {points.map((point) => (
        <PointRow key={point.id} point={point} {...given} />
      ))}
      {!points.length && (
        <CardBody>
          <p className="text-ink-3">{t(`contacts.none.${channel}`)}</p>
        </CardBody>
      )}
    </Card>
  )
}
