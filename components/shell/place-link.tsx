import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

export type Place = { href: string; /** Where the page being drawn stands. */ path: string }

export const isAt = ({ href, path }: Place) => path === href || path.startsWith(`${href}/`)

/** Leads to a place of the frame and says when we are there. The frame is not drawn again when the page changes: `Navigation` keeps the mark. */
export const PlaceLink = ({ href, path, children }: Place & { children: ReactNode }) => (
  <Link href={href} data-place aria-current={isAt({ href, path }) ? 'page' : undefined}>
    {children}
  </Link>
)
