import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'

type Props = {
  path: string
  submit: string
  /** The link that removes all filters. */
  clear: { href: string; label: string } | false
  /** Plain HTML fields. */
  children: ReactNode
}

/** A plain GET form above a list: the address contains the filters. It is static because a select may list hundreds of people. */
export const FilterForm = ({ path, submit, clear, children }: Props) => (
  <StaticHtml as="form" action={path} className="filter">
    {children}
    <Button>{submit}</Button>
    {clear && (
      <Link className="link" href={clear.href}>
        {clear.label}
      </Link>
    )}
  </StaticHtml>
)
