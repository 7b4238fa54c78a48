import type { LucideIcon } from 'lucide-react'
import { createElement, isValidElement, type ReactElement } from 'react'

/** A lucide icon, or an element already made of one. */
export type IconLike = LucideIcon | ReactElement

export const Icon = ({ of: icon }: { of: IconLike }) =>
  isValidElement(icon) ? icon : createElement(icon as LucideIcon)
