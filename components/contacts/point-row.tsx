import { CardRow } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { toPoint } from '@/lib/contacts/paths'
import type { PointView } from '@/lib/contacts/view'
import type { I18n } from '@/lib/i18n/translator'
import { PointIcons } from './point-icons'
import { RevealLink } from './reveal-link'
import { blockedLine, day, fromLine } from './words'

/** A customer's points, and what the viewer may do with them. */
export type PointsFor = { customerId: string; mayEdit: boolean; mayReveal: boolean; i18n: I18n }

/** A contact point in use: its value, since when, and its three icons. */
export function PointRow({ point, customerId, mayEdit, mayReveal, i18n }: PointsFor & { point: PointView }) {
  const { t } = i18n
  return (
    <CardRow id={`point-${point.id}`} end={mayEdit && <PointIcons point={point} customerId={customerId} i18n={i18n} />}>
      <span className="tabular">{point.value}</span>
      {point.primary && <span className="sr-only"> ({t('contacts.primary')})</span>}
      {!point.clear && mayReveal && <RevealLink point={point} i18n={i18n} />}
      {point.place && <small>{point.place}</small>}
      <small>
        {[t('contacts.since', { date: day(i18n, point.createdAt) }), point.label, fromLine(i18n, point.from)]
          .filter(Boolean)
          .join(' · ')}
        {point.earlierVersions > 0 && (
          <>
            {' · '}
            <Link className="link" href={`${toPoint({ customerId, pointId: point.id })}#versions`}>
              {t('contacts.earlier', { count: point.earlierVersions })}
            </Link>
          </>
        )}
      </small>
      {point.blockedAt && (
        <small>
          <span className="text-bad" id={`why-${point.id}`}>
            {t('contacts.cannotBePrimary')}
          </span>
          {` · ${blockedLine(i18n, point)}`}
        </small>
      )}
    </CardRow>
  )
}
