'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { activeHref } from './nav-link'

/** Handles clicks on every `Link` of the page with one listener, and marks the active link of the frame. */
export function Navigation() {
  const router = useRouter()
  useActiveNavLink(usePathname())
  useEffect(() => {
    const openPage = (event: MouseEvent) => {
      const link = linkOf(event)
      if (!link || event.defaultPrevented || !isPlainClick(event, link) || !isOtherPage(link)) return
      event.preventDefault()
      link.closest<HTMLElement>('[popover]:popover-open')?.hidePopover()
      router.push(pathOf(link), { scroll: link.dataset.link !== 'keep-scroll' })
    }
    document.addEventListener('click', openPage)
    return () => document.removeEventListener('click', openPage)
  }, [router])
  return null
}

/** The frame is not rendered again when the page changes, so the mark is updated here. */
function useActiveNavLink(path: string) {
  useEffect(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-nav-link]')]
    const active = activeHref(
      links.map(({ pathname }) => pathname),
      path,
    )
    for (const link of links) {
      if (link.pathname === active) link.ariaCurrent = 'page'
      else link.removeAttribute('aria-current')
    }
  }, [path])
}

const linkOf = ({ target }: Event) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-link]') : null

const pathOf = ({ pathname, search, hash }: HTMLAnchorElement) => pathname + search + hash

/** The browser handles all other clicks itself: those that open a new tab or window, and downloads. */
const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent, link: HTMLAnchorElement) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !link.target && !link.hasAttribute('download')

/** False for other sites, for files of the API, and for a position on the current page. */
const isOtherPage = ({ origin, pathname, search, hash }: HTMLAnchorElement) =>
  origin === location.origin &&
  !pathname.startsWith('/api/') &&
  !(hash && pathname + search === location.pathname + location.search)
