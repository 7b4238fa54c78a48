import { ChevronLeft, ChevronRight } from '@/components/ui/icons'
import type { ReactNode } from 'react'
import { ButtonLink } from './button-link'
import { StaticHtml } from './static-html'

type Props = {
  /** Names the navigation for screen readers. */
  label: string
  previousHref?: string | undefined
  nextHref?: string | undefined
  previousLabel: string
  nextLabel: string
  /** A note on the list, e.g. "21 por página". */
  note?: ReactNode
}

export function Pager({ label, previousHref, nextHref, previousLabel, nextLabel, note }: Props) {
  if (!previousHref && !nextHref && !note) return null
  return (
    <StaticHtml as="nav" className="pager" aria-label={label}>
      <span>{note}</span>
      <div>
        {previousHref && (
          <ButtonLink href={previousHref} size="sm" rel="prev">
            <ChevronLeft />
            {previousLabel}
          </ButtonLink>
        )}
        {nextHref && (
          <ButtonLink href={nextHref} size="sm" rel="next">
            {nextLabel}
            <ChevronRight />
          </ButtonLink>
        )}
      </div>
    </StaticHtml>
  )
}
