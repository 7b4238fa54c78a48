import { Fragment } from 'react'
import type { SectionProps } from '@/components/profile/section'
import { drawCards } from '../_profile/cards'
import { OVERVIEW_CARDS } from './cards'

/** The cards of the overview. The frame shows those of the context beside them or below. */
export async function OverviewSection(props: SectionProps) {
  const cards = await drawCards(OVERVIEW_CARDS, props)
  return cards.map(({ id, content }) => <Fragment key={id}>{content}</Fragment>)
}
