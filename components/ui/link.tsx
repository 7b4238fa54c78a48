import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** Prefetching would ask the server for every row of a list: a page is fetched when it is asked for. */
export function Link({ prefetch = false, ...rest }: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={prefetch} {...rest} />
}
