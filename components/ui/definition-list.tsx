import type { ReactNode } from 'react'
import { StaticHtml } from './static-html'

export type Fact = { label: string; value: ReactNode; hint?: ReactNode }

type Props = { items: Fact[]; wide?: boolean; /** A value contains a form of fields. */ interactive?: boolean }

/** `wide` lays the facts out in columns, label above value. */
export function DefinitionList({ items, wide = false, interactive = false }: Props) {
  return (
    <StaticHtml as="dl" interactive={interactive} className={wide ? 'facts facts-wide' : 'facts'}>
      {items.map(({ label, value, hint }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {hint && <small>{hint}</small>}
          </dd>
        </div>
      ))}
    </StaticHtml>
  )
}
