import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode; hint?: ReactNode }

/** `wide` lays the facts out in columns, label above value. */
export function DefinitionList({ items, wide = false }: { items: Fact[]; wide?: boolean }) {
  return (
    <dl className={wide ? 'facts facts-wide' : 'facts'}>
      {items.map(({ label, value, hint }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {hint && <small>{hint}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
