import type { ComponentProps } from 'react'
import { buttonClass, type Size, type Variant } from './variants'

type Props = ComponentProps<'button'> & { variant?: Variant; size?: Size }

export function Button({ variant, size, className, type = 'submit', ...rest }: Props) {
  return <button type={type} className={buttonClass(variant, size, className)} {...rest} />
}
