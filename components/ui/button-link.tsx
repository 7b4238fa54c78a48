import type { ComponentProps } from 'react'
import { Link } from './link'
import { buttonClass, type Size, type Variant } from './variants'

type Props = ComponentProps<typeof Link> & { variant?: Variant; size?: Size }

export function ButtonLink({ variant, size, className, ...rest }: Props) {
  return <Link className={buttonClass(variant, size, className)} {...rest} />
}
