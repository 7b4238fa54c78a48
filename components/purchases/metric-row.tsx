import type { ReactNode } from 'react'
import { StaticHtml } from '@/components/ui/static-html'

export type Metric = {
  label: string
  value: ReactNode
  formula: string
  /** The formula with the customer's own numbers. */
  inputs?: string | undefined
  /** Further rules. */
  rules?: readonly string[]
}

/** Figures, each with its formula and its inputs, which open without scripting. */
export const MetricList = ({ metrics }: { metrics: readonly Metric[] }) => (
  <StaticHtml as="div" className="metrics">
    {metrics.map(({ label, value, formula, inputs, rules = [] }) => (
      <details key={label} className="metric">
        <summary>
          <span>{label}</span>
          <strong>{value}</strong>
        </summary>
        <div>
          <p>{formula}</p>
          {inputs && <p className="metric-inputs">{inputs}</p>}
          {rules.map((rule) => (
            <p key={rule}>{rule}</p>
          ))}
        </div>
      </details>
    ))}
  </StaticHtml>
)
