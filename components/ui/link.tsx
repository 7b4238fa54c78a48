import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'a'>, 'href'> & {
  href: string
  /** False keeps the place on the page, for tabs. */
  scroll?: boolean
  /** Fetches the page as soon as the pointer or the keyboard reaches the link. */
  eager?: boolean
}

/**
 * A link within the portal: an anchor marked for `Navigation`, which changes the page without loading it anew.
 * Plain markup, so that a list of forty costs the server forty elements and no more.
 */
export const Link = ({ href, scroll = true, eager = false, ...rest }: Props) => (
  <a href={href} data-link={eager ? 'eager' : scroll ? '' : 'still'} {...rest} />
)
