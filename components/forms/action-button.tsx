import { Button } from '@/components/ui/button'
import { Icon, type IconLike } from '@/components/ui/icon'
import type { Size, Variant } from '@/components/ui/variants'
import { ButtonForm } from './button-form'

type Props = {
  /** Names what the button does: after the click the focus returns to the control with this id. */
  id: string
  action: (form: FormData) => Promise<void>
  fields?: Record<string, string>
  label: string
  /** Says more than the label, where several buttons have the same. */
  'aria-label'?: string
  icon?: IconLike
  variant?: Variant
  size?: Size
}

/** A form of one button. */
export function ActionButton({ id, action, fields, label, icon, variant, size, ...rest }: Props) {
  return (
    <ButtonForm action={action} fields={fields}>
      <Button id={id} variant={variant} size={size} {...rest}>
        {icon && <Icon of={icon} />}
        {label}
      </Button>
    </ButtonForm>
  )
}
