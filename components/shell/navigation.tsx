'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isAt } from './place-link'

/** Listens once for every `Link`: one press changes the page, and an eager one is fetched as soon as it is reached. */
export function Navigation() {
  const router = useRouter()
  useMarkedPlace(usePathname())
  useEffect(() => {
    let reached: HTMLAnchorElement | null = null
    const go = (event: MouseEvent) => {
      const link = linkAt(event)
      if (!link || event.defaultPrevented || !isPlain(event, link) || !isPage(link)) return
      event.preventDefault()
      link.closest<HTMLElement>('[popover]:popover-open')?.hidePopover()
      router.push(pathOf(link), { scroll: link.dataset.link !== 'still' })
    }
    const fetchAhead = (event: Event) => {
      const link = linkAt(event)
      if (link === reached) return
      reached = link
      if (link?.dataset.link === 'eager') router.prefetch(pathOf(link))
    }
    const listeners = [
      ['click', go],
      ['pointerover', fetchAhead],
      ['focusin', fetchAhead],
    ] as const
    for (const [name, heard] of listeners) document.addEventListener(name, heard as EventListener)
    return () => listeners.forEach(([name, heard]) => document.removeEventListener(name, heard as EventListener))
  }, [router])
  return null
}

/** The frame stays while pages change: its links are told where we are. */
function useMarkedPlace(path: string) {
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-place]')) {
      if (isAt({ href: link.pathname, path })) link.ariaCurrent = 'page'
      else link.removeAttribute('aria-current')
    }
  }, [path])
}

const linkAt = ({ target }: Event) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-link]') : null

const pathOf = ({ pathname, search, hash }: HTMLAnchorElement) => pathname + search + hash

/** What is left to the browser: another window, a download. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent, link: HTMLAnchorElement) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !link.target && !link.hasAttribute('download')

/** Not a file of the API, nor a place on this same page. */
const isPage = ({ origin, pathname, search, hash }: HTMLAnchorElement) =>
  origin === location.origin &&
  !pathname.startsWith('/api/') &&
  !(hash && pathname + search === location.pathname + location.search)
