import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

/** Which of the links leads to the current page or above it; the nearest one if several do. `path` is the path of the current page. */
export const activeHref = (hrefs: readonly string[], path: string): string | undefined =>
  hrefs
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .toSorted((one, other) => other.length - one.length)[0]

/**
 * A link of the frame, marked while its page is shown. The frame is not rendered again when the page changes: `Navigation` then
 * updates the mark in the browser.
 */
export const NavLink = ({ href, active, children }: { href: string; active: boolean; children: ReactNode }) => (
  <Link href={href} data-nav-link aria-current={active ? 'page' : undefined}>
    {children}
  </Link>
)
