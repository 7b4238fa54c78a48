import { Mail, MapPin, MessageCircle, Phone, type IconComponent } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { Channel } from '@/lib/contacts/channels'
import { toNewPoint, toPoints } from '@/lib/contacts/paths'
import type { PointView } from '@/lib/contacts/view'
import { PointIcons } from './point-icons'
import type { PointsFor } from './point-row'
import { RevealLink } from './reveal-link'
import { blockedLine, fromLine } from './words'

/** The rail shows this many points and links to the others. */
const SHOWN = 6

const ICONS: Record<Channel, IconComponent> = {
  mobile: Phone,
  landline: Phone,
  whatsapp: MessageCircle,
  email: Mail,
  address: MapPin,
}

/** The contact points in use, one short row each. */
export function RailPoints({ points, ...rest }: PointsFor & { points: readonly PointView[] }) {
  const { customerId, mayEdit, i18n } = rest
  const { t } = i18n
  return (
    <section aria-labelledby="rail-points">
      <h2 id="rail-points">
        <Link href={toPoints({ customerId })}>{t('contacts.title')}</Link>
        {mayEdit && (
          <Link className="link" href={toNewPoint(customerId)}>
            {t('contacts.add')}
          </Link>
        )}
      </h2>
      {points.slice(0, SHOWN).map((point) => (
        <RailPoint key={point.id} point={point} {...rest} />
      ))}
      {points.length > SHOWN && (
        <p>
          <Link className="link" href={toPoints({ customerId })}>
            {t('contacts.more', { count: points.length - SHOWN })}
          </Link>
        </p>
      )}
      {!points.length && <p>{t('contacts.emptyTitle')}</p>}
    </section>
  )
}

function RailPoint({ point, customerId, mayEdit, mayReveal, i18n }: PointsFor & { point: PointView }) {
  const { t } = i18n
  const Icon = ICONS[point.channel]
  const more = [point.label, fromLine(i18n, point.from)].filter(Boolean).join(' · ')
  return (
    <div className="rail-point" id={`point-${point.id}`} title={more || undefined}>
      <Icon aria-hidden />
      <span className="rail-value">
        <span className="sr-only">{t(`contacts.channel.${point.channel}`)}: </span>
        {point.value}
        {point.primary && <span className="sr-only"> ({t('contacts.primary')})</span>}
        {!point.clear && mayReveal && <RevealLink point={point} i18n={i18n} />}
        {point.blockedAt && (
          <small id={`why-${point.id}`} className="text-bad">
            {blockedLine(i18n, point)}
          </small>
        )}
      </span>
      {mayEdit && (
        <span className="rail-icons" data-set={point.primary || point.blockedAt !== null || undefined}>
          <PointIcons point={point} customerId={customerId} i18n={i18n} />
        </span>
      )}
    </div>
  )
}
