import { Fragment, type ReactNode } from 'react'
import type { SectionProps } from '@/components/profile/section'
import { StaticHtml } from '@/components/ui/static-html'
import { Guarded } from '../_profile/guarded'
import { CARDS } from './cards'

/**
 * The cards that the viewer has permission for, in two columns. Each is read on its own, so one can fail without the
 * others.
 */
export async function OverviewSection(props: SectionProps) {
  const cards = CARDS.filter((card) => props.ctx.viewer.can(card.permission))
  const bodies = await Promise.all(cards.map((card) => Guarded(card.body, props, toStaticHtml)))
  const column = (wanted: 'left' | 'right') =>
    cards.map((card, at) => card.column === wanted && <Fragment key={card.id}>{bodies[at]}</Fragment>)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,23.25rem)_minmax(0,1fr)]">
      <div className="grid gap-4">{column('left')}</div>
      <div className="grid gap-4">{column('right')}</div>
    </div>
  )
}

const toStaticHtml = (content: ReactNode) => StaticHtml({ as: 'div', className: 'empty:hidden', children: content })
