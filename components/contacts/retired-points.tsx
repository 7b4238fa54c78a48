import { Button } from '@/components/ui/button'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { toPoint } from '@/lib/contacts/paths'
import type { PointView } from '@/lib/contacts/view'
import { changesPoint } from './point-form'
import type { PointsFor } from './point-row'
import { RevealLink } from './reveal-link'
import { fromLine, pointName, removedLine } from './words'

/** Removed points, with who removed them and a button to restore them. */
export function RetiredPoints({ points, ...rest }: PointsFor & { points: PointView[] }) {
  const { t } = rest.i18n
  if (!points.length) return null
  return (
    <Card>
      <CardBody>
        <Disclosure summary={t('contacts.removed', { count: points.length })}>
          {points.map((point) => (
            <RetiredRow key={point.id} point={point} {...rest} />
          ))}
        </Disclosure>
      </CardBody>
    </Card>
  )
}

function RetiredRow({ point, customerId, mayEdit, mayReveal, i18n }: PointsFor & { point: PointView }) {
  const restore = (
    <Button
      {...changesPoint('restore', point.id)}
      id={`restore-${point.id}`}
      size="sm"
      aria-label={i18n.t('contacts.restoreOne', { value: pointName(i18n, point) })}
    >
      {i18n.t('contacts.restore')}
    </Button>
  )
  return (
    <CardRow id={`point-${point.id}`} end={mayEdit && restore}>
      <Link className="hover:underline" href={toPoint({ customerId, pointId: point.id })}>
        {point.value}
      </Link>
      {!point.clear && mayReveal && <RevealLink point={point} i18n={i18n} />}
      <small>
        {[
          i18n.t(`contacts.channel.${point.channel}`),
          point.place,
          removedLine(i18n, point),
          fromLine(i18n, point.from),
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </CardRow>
  )
}
