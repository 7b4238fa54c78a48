import { ChevronLeft, ChevronRight, type IconComponent } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toReport } from '@/lib/reports/paths'
import { readListPlace } from '@/lib/search/list-place/cookie'
import type { Way } from '@/lib/search/list-place/neighbour'
import { toNeighbour } from '@/lib/search/list-place/paths'
import { encodePlace, type ListPlace as Place } from '@/lib/search/list-place/place'
import { hrefOf } from '../../_parts/search-params'
import type { ProfilePage } from './props'

/** "‹ 3 de 21 ›": the customer's place in the list that the viewer came from, and links to the customers before and after it (F12). */
export async function listPlace({ ctx, customer, params, search, t }: ProfilePage) {
  const place = await readListPlace(ctx.viewer, search.list, customer.id)
  if (!place) return null
  const encoded = encodePlace(ctx.viewer, place)
  const section = params.section ?? 'overview'
  const words = t(place.more ? 'profile.walk.placeMore' : 'profile.walk.place', {
    position: String(place.position),
    total: String(place.counted),
  })
  const hasNext = place.more || place.position < place.counted
  const arrow = (way: Way) => toNeighbour(encoded, way, section)
  return (
    <nav className="walk" aria-label={t('profile.walk.label')}>
      <Arrow
        id="walk-previous"
        icon={ChevronLeft}
        label={t('profile.walk.previous')}
        href={place.position > 1 ? arrow('previous') : undefined}
      />
      <Link href={toList(place)} aria-label={t('profile.walk.back', { place: words })} title={words}>
        {place.position} / {place.counted}
        {place.more && '+'}
      </Link>
      <Arrow
        id="walk-next"
        icon={ChevronRight}
        label={t('profile.walk.next')}
        href={hasNext ? arrow('next') : undefined}
      />
    </nav>
  )
}

const toList = ({ search, after }: Place) =>
  search && 'report' in search ? toReport(search.report, after) : hrefOf({ ...search, after: after ?? undefined })

type ArrowProps = { id: string; icon: IconComponent; label: string; href: string | undefined }

/** At the end of the list the arrow stays, without a target. */
const Arrow = ({ id, icon: Icon, label, href }: ArrowProps) =>
  href ? (
    <Link
      id={id}
      className="icon-btn"
      href={href}
      aria-label={label}
      title={label}
      rel={id === 'walk-next' ? 'next' : 'prev'}
    >
      <Icon />
    </Link>
  ) : (
    <span id={id} className="icon-btn" role="link" aria-disabled="true" aria-label={label} tabIndex={-1}>
      <Icon />
    </span>
  )
