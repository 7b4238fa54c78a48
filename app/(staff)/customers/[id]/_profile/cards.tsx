import type { ReactNode } from 'react'
import type { SectionProps } from '@/components/profile/section'
import { StaticHtml } from '@/components/ui/static-html'
import type { ProfileCard } from '../_sections/cards'
import { Guarded } from './guarded'

/** Renders the cards that the viewer has permission for. Each is read on its own, so one can fail without the others. */
export async function drawCards(
  cards: readonly ProfileCard[],
  props: SectionProps,
): Promise<{ id: string; content: ReactNode }[]> {
  const allowed = cards.filter(({ permission }) => props.ctx.viewer.can(permission))
  return Promise.all(allowed.map(async ({ id, body }) => ({ id, content: await Guarded(body, props, toStaticHtml) })))
}

const toStaticHtml = (content: ReactNode) => StaticHtml({ as: 'div', className: 'empty:hidden', children: content })
