'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps, MouseEvent } from 'react'

type Props = Omit<ComponentProps<'a'>, 'href'> & {
  href: string
  /** False keeps the place on the page, for tabs. */
  scroll?: boolean
  /** Fetches the page as soon as the pointer or the keyboard reaches the link. */
  eager?: boolean
}

/**
 * A link within the portal: an anchor that, with scripting, changes the page without loading it anew.
 * Nothing is fetched because a link came into view, and it weighs a tenth of the framework's own.
 */
export function Link({ href, scroll = true, eager = false, onClick, ...rest }: Props) {
  const router = useRouter()
  const fetchAhead = eager ? () => router.prefetch(href) : undefined
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || !isPlain(event) || !isPage(event.currentTarget)) return
    event.preventDefault()
    router.push(href, { scroll })
  }
  return <a href={href} onClick={go} onPointerEnter={fetchAhead} onFocus={fetchAhead} {...rest} />
}

/** What is left to the browser: another window, a download. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey, currentTarget }: MouseEvent<HTMLAnchorElement>) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !currentTarget.target && !currentTarget.hasAttribute('download')

/** Not a file of the API, nor a place on this same page. */
const isPage = ({ origin, pathname, search, hash }: HTMLAnchorElement) =>
  origin === location.origin && !pathname.startsWith('/api/') && !(hash && pathname + search === location.pathname + location.search)
