import { Link } from './link'
import { StaticHtml } from './static-html'

type Tab = { href: string; label: string; count?: number | string | undefined; current?: boolean | undefined }

/** Links to pages, as a navigation. It scrolls sideways and does not wrap. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <StaticHtml as="nav" className="tabs" aria-label={label}>
      {items.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined} scroll={false}>
          {tab.label}
          {tab.count !== undefined && <span>{tab.count}</span>}
        </Link>
      ))}
    </StaticHtml>
  )
}
