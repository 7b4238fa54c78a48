import { changesPoint } from '@/components/contacts/point-form'
import { RevealLink } from '@/components/contacts/reveal-link'
import { blockedLine, day, fromLine, removedLine } from '@/components/contacts/words'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { toPoint } from '@/lib/contacts/paths'
import type { Part } from './props'

/** The value with its state, and since when it has had it. */
export function SummaryCard(part: Part) {
  const { ctx, customer, point, i18n, t } = part
  return (
    <Card id="point" title={t(`contacts.channel.${point.channel}`)}>
      {point.retiredAt && (
        <CardBody>
          <Banner tone="warn" action={ctx.viewer.can('contacts.edit') && <Restore {...part} />}>
            {t('contacts.retiredText')}
          </Banner>
        </CardBody>
      )}
      <CardRow end={<PointState {...part} />}>
        <span className="tabular font-medium">{point.value}</span>
        {!point.clear && ctx.viewer.can('personal.reveal') && <RevealLink point={point} i18n={i18n} />}
        {point.place && <small>{point.place}</small>}
        <small>
          {[
            t('contacts.since', { date: day(i18n, point.createdAt) }),
            point.label,
            fromLine(i18n, point.from),
            blockedLine(i18n, point),
            removedLine(i18n, point),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {point.also.map(({ id, record }) => (
          <small key={id}>
            <Link className="link" href={toPoint({ customerId: customer.id, pointId: id })}>
              {t('contacts.also', { record })}
            </Link>
          </small>
        ))}
        {point.blockedReason && <small>{t('contacts.blockedReason', { reason: point.blockedReason })}</small>}
      </CardRow>
    </Card>
  )
}

function PointState({ point, t }: Part) {
  return (
    <>
      {point.primary && <Chip tone="accent">{t('contacts.primary')}</Chip>}
      {point.blockedAt && <Chip tone="bad">{t('contacts.blocked')}</Chip>}
    </>
  )
}

function Restore({ point, t }: Part) {
  return (
    <Button {...changesPoint('restore', point.id)} id={`restore-${point.id}`} size="sm">
      {t('contacts.restore')}
    </Button>
  )
}
