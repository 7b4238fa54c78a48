import type { IconComponent } from '@/components/ui/icons'
import { createElement, isValidElement, type ReactElement } from 'react'

/** An icon's component, or an element of it. */
export type IconLike = IconComponent | ReactElement

export const Icon = ({ of: icon }: { of: IconLike }) =>
  isValidElement(icon) ? icon : createElement(icon as IconComponent)
