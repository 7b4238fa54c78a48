import { Fragment, type ReactNode } from 'react'
import type { SectionProps } from '@/components/profile/section'
import { StaticHtml } from '@/components/ui/static-html'
import { Guarded } from '../_profile/guarded'
import { CARDS, type OverviewCard } from './cards'

/**
 * The cards that the viewer has permission for, in two columns where there is room. Each is read on its own, so one can fail without the
 * others.
 */
export async function OverviewSection(props: SectionProps) {
  const cards = CARDS.filter((card) => props.ctx.viewer.can(card.permission))
  const bodies = await Promise.all(cards.map((card) => Guarded(card.body, props, toStaticHtml)))
  const column = (wanted: OverviewCard['column']) =>
    cards.map((card, at) => card.column === wanted && <Fragment key={card.id}>{bodies[at]}</Fragment>)
  return (
    <div className="overview">
      <div>{column('main')}</div>
      <div>{column('side')}</div>
    </div>
  )
}

const toStaticHtml = (content: ReactNode) => StaticHtml({ as: 'div', className: 'empty:hidden', children: content })
