import { Bell, BellOff, Pencil, Star } from 'lucide-react'
import { PressForm } from '@/components/forms/press-form'
import { IconButton, IconLink } from '@/components/ui/icon-button'
import { allowPointAction, blockPointAction, makePrimaryAction } from '@/lib/contacts/actions'
import { toPoint } from '@/lib/contacts/paths'
import type { PointView } from '@/lib/contacts/view'
import type { I18n } from '@/lib/i18n/translator'

type Props = { point: PointView; customerId: string; returnTo: string; i18n: Pick<I18n, 't'> }

/** Bell, star, pencil, always in this order. The star of a blocked point can be pressed, and then says why not. */
export function PointIcons({ point, customerId, returnTo, i18n: { t } }: Props) {
  const { value, primary } = point
  const blocked = point.blockedAt !== null
  const one = { customerId, pointId: point.id, returnTo }
  const starTitle = blocked ? t('contacts.cannotBePrimary') : t(`contacts.star.${primary ? 'on' : 'off'}`)
  return (
    <>
      <PressForm action={blocked ? allowPointAction : blockPointAction} fields={one}>
        <IconButton
          id={`bell-${point.id}`}
          label={t('contacts.bell.label', { value })}
          title={t(`contacts.bell.${blocked ? 'blocked' : 'allowed'}`)}
          icon={blocked ? <BellOff /> : <Bell />}
          tone={blocked ? 'bad' : 'accent'}
          aria-pressed={!blocked}
        />
      </PressForm>
      <PressForm action={makePrimaryAction} fields={one}>
        <IconButton
          id={`star-${point.id}`}
          label={t('contacts.star.label', { value })}
          title={starTitle}
          icon={<Star />}
          tone={primary ? 'star' : undefined}
          aria-pressed={primary}
          aria-disabled={blocked || undefined}
          aria-describedby={blocked ? `why-${point.id}` : undefined}
        />
      </PressForm>
      <IconLink href={toPoint(one)} label={t('contacts.edit', { value })} icon={<Pencil />} />
    </>
  )
}
