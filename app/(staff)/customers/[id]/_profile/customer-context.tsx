import { Fragment, type ReactNode } from 'react'
import { CONTEXT_CARDS } from '../_sections/cards'
import { drawCards } from './cards'
import type { ProfilePage } from './props'

/**
 * What is open and what was written last, in a third column where a window has room for it. Elsewhere the overview alone shows it, below its
 * own cards. The card of the current section is left out.
 */
export async function customerContext({ current, ...page }: ProfilePage & { current: string }): Promise<ReactNode> {
  const cards = await drawCards(
    CONTEXT_CARDS.filter(({ id, onlyOn = current }) => id !== current && onlyOn === current),
    page,
  )
  return (
    <aside className="context" data-section={current} aria-label={page.t('profile.context')}>
      {cards.map(({ id, content }) => (
        <Fragment key={id}>{content}</Fragment>
      ))}
    </aside>
  )
}
