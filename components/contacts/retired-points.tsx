import { Button } from '@/components/ui/button'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { restorePointAction } from '@/lib/contacts/actions'
import { toPoint } from '@/lib/contacts/paths'
import type { PointView } from '@/lib/contacts/view'
import { PressForm } from '@/components/forms/press-form'
import type { PointsFor } from './point-row'
import { RevealLink } from './reveal-link'
import { fromLine, removedLine } from './words'

/** Points out of use, with who removed them and a way back. */
export function RetiredPoints({ points, ...given }: PointsFor & { points: PointView[] }) {
  const { t } = given.i18n
  if (!points.length) return null
  return (
    <Card>
      <CardBody>
        <Disclosure summary={t('contacts.removed', { count: points.length })}>
          {points.map((point) => (
            <RetiredRow key={point.id} point={point} {...given} />
          ))}
        </Disclosure>
      </CardBody>
    </Card>
  )
}

function RetiredRow({ point, ...given }: PointsFor & { point: PointView }) {
  const { customerId, mayEdit, mayReveal, returnTo, i18n } = given
  const restore = (
    <PressForm action={restorePointAction} fields={{ customerId, pointId: point.id, returnTo }}>
      <Button id={`restore-${point.id}`} size="sm" aria-label={i18n.t('contacts.restoreOne', { value: point.value })}>
        {i18n.t('contacts.restore')}
      </Button>
    </PressForm>
  )
  return (
    <CardRow id={`point-${point.id}`} end={mayEdit && restore}>
      <Link className="hover:underline" href={toPoint({ customerId, pointId: point.id })}>
        {point.value}
      </Link>
      {!point.clear && mayReveal && <RevealLink point={point} {...given} />}
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
