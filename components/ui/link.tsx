import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { isPlainReact } from './plain-react'

type Props = Omit<ComponentProps<'a'>, 'href'> & {
  href: string
  /** False keeps the scroll position; used by tabs. */
  scroll?: boolean
}

/**
 * A link within the portal: an anchor that `Navigation` opens without a full page load.
 * It is plain markup because a client component for each link of a long list costs the server CPU.
 */
export const Link = ({ href, scroll = true, ...rest }: Props) =>
  isPlainReact ? (
    <NextLink href={href} scroll={scroll} {...rest} />
  ) : (
    <a href={href} data-link={scroll ? '' : 'keep-scroll'} {...rest} />
  )
