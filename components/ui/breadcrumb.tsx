import type { ReactNode } from 'react'
import { Link } from './link'
import { StaticHtml } from './static-html'

type Props = { label?: string; items: { href?: string; label: string }[]; aside?: ReactNode }

/** The last item is the page itself; `aside` shows the position in a list ("3 de 21"). */
export function Breadcrumb({ label, items, aside }: Props) {
  return (
    <StaticHtml as="nav" className="breadcrumb" aria-label={label}>
      <ol>
        {items.map(({ href, label: text }) => (
          <li key={text}>{href ? <Link href={href}>{text}</Link> : <span aria-current="page">{text}</span>}</li>
        ))}
      </ol>
      {aside}
    </StaticHtml>
  )
}
