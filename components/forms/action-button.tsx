import { Button } from '@/components/ui/button'
import { Icon, type IconLike } from '@/components/ui/icon'
import { IconButton, type IconTone } from '@/components/ui/icon-button'
import { Static } from '@/components/ui/static'
import type { Size, Variant } from '@/components/ui/variants'
import { PressForm } from './press-form'

type Props = {
  /** Names what the button does: after the press the focus returns to the control with this id. */
  id: string
  action: (form: FormData) => Promise<void>
  fields?: Record<string, string>
  label: string
  /** With an icon only the icon shows, unless `showLabel`. */
  icon?: IconLike
  showLabel?: boolean
  /** For what can be on or off. */
  pressed?: boolean
  tone?: IconTone | undefined
  variant?: Variant
  size?: Size
  returnTo?: string
}

/** A form of one button: a change that is one press away, with and without scripting. */
export function ActionButton({
  id,
  action,
  fields = {},
  label,
  icon,
  showLabel,
  pressed,
  tone,
  variant,
  size,
  returnTo,
}: Props) {
  return (
    <Static as="span" className="contents">
      <PressForm action={action} fields={{ ...fields, returnTo }}>
        {icon && !showLabel ? (
          <IconButton id={id} label={label} icon={icon} tone={tone} aria-pressed={pressed} />
        ) : (
          <Button id={id} variant={variant} size={size} aria-pressed={pressed}>
            {icon && <Icon of={icon} />}
            {label}
          </Button>
        )}
      </PressForm>
    </Static>
  )
}
