import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

type NavLinkProps = { href: string; /** The path of the current page. */ path: string }

/** Whether the current page is the link's target or lies below it. */
export const isActive = ({ href, path }: NavLinkProps) => path === href || path.startsWith(`${href}/`)

/**
 * A link of the frame, marked while its page is shown. The frame is not rendered again when the page changes: `Navigation` then
 * updates the mark in the browser.
 */
export const NavLink = ({ href, path, children }: NavLinkProps & { children: ReactNode }) => (
  <Link href={href} data-nav-link aria-current={isActive({ href, path }) ? 'page' : undefined}>
    {children}
  </Link>
)
