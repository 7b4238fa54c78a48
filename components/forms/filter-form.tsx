import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'

type Props = {
  path: string
  submit: string
  /** The way back to everything, where something is filtered. */
  clear: { href: string; label: string } | false
  /** Plain fields. */
  children: ReactNode
}

/** A plain GET form over a list: what is looked at is in the address. Drawn once, since its choices may be hundreds of people. */
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
