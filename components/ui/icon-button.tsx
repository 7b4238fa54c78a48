import type { ComponentProps } from 'react'
import { Icon, type IconLike } from './icon'
import { Link } from './link'

type IconTone = 'accent' | 'star' | 'bad'

type Look = { label: string; icon: IconLike; tone?: IconTone | undefined }

/** An icon with a label for screen readers and a tooltip. */
export function IconButton({
  label,
  icon,
  tone,
  type = 'submit',
  ...rest
}: Look & Omit<ComponentProps<'button'>, 'children'>) {
  return (
    <button type={type} className="icon-btn" data-tone={tone} aria-label={label} title={label} {...rest}>
      <Icon of={icon} />
    </button>
  )
}

export function IconLink({ label, icon, tone, ...rest }: Look & Omit<ComponentProps<typeof Link>, 'children'>) {
  return (
    <Link className="icon-btn" data-tone={tone} aria-label={label} title={label} {...rest}>
      <Icon of={icon} />
    </Link>
  )
}
