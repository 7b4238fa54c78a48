import type { ReactNode } from 'react'
import { Static } from './static'

export type Fact = { label: string; value: ReactNode; hint?: ReactNode }

type Props = { items: Fact[]; wide?: boolean; /** A value holds a form. */ live?: boolean }

/** `wide` lays the facts out in columns, label above value. */
export function DefinitionList({ items, wide = false, live = false }: Props) {
  return (
    <Static as="dl" live={live} className={wide ? 'facts facts-wide' : 'facts'}>
      {items.map(({ label, value, hint }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {hint && <small>{hint}</small>}
          </dd>
        </div>
      ))}
    </Static>
  )
}
