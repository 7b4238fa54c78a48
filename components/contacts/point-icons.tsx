import { Bell, BellOff, Pencil, Star } from '@/components/ui/icons'
import { IconButton, IconLink } from '@/components/ui/icon-button'
import { toPoint } from '@/lib/contacts/paths'
import type { PointView } from '@/lib/contacts/view'
import type { I18n } from '@/lib/i18n/translator'
import { changesPoint } from './point-form'
import { pointName } from './words'

type Props = { point: PointView; customerId: string; i18n: Pick<I18n, 't'> }

/** Bell, star and pencil, always in this order. The star of a blocked point can be pressed: the answer says why it is refused. */
export function PointIcons({ point, customerId, i18n: { t } }: Props) {
  const { primary } = point
  const value = pointName({ t }, point)
  const blocked = point.blockedAt !== null
  const starTitle = blocked ? t('contacts.cannotBePrimary') : t(`contacts.star.${primary ? 'on' : 'off'}`)
  return (
    <>
      <IconButton
        {...changesPoint(blocked ? 'allow' : 'block', point.id)}
        id={`bell-${point.id}`}
        label={t('contacts.bell.label', { value })}
        title={t(`contacts.bell.${blocked ? 'blocked' : 'allowed'}`)}
        icon={blocked ? <BellOff /> : <Bell />}
        tone={blocked ? 'bad' : 'accent'}
        aria-pressed={!blocked}
      />
      <IconButton
        {...changesPoint('makePrimary', point.id)}
        id={`star-${point.id}`}
        label={t('contacts.star.label', { value })}
        title={starTitle}
        icon={<Star />}
        tone={primary ? 'star' : undefined}
        aria-pressed={primary}
        aria-disabled={blocked || undefined}
        aria-describedby={blocked ? `why-${point.id}` : undefined}
      />
      <IconLink
        href={toPoint({ customerId, pointId: point.id })}
        label={t('contacts.edit', { value })}
        icon={<Pencil />}
      />
    </>
  )
}
