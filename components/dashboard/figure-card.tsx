import type { ReactNode } from 'react'
import { barChart } from '@/components/charts/bar-chart'
import type { Bars } from '@/components/charts/bars'
import { Card } from '@/components/ui/card'
import type { I18n } from '@/lib/i18n/translator'

type Props = {
  /** Unique on the page. */
  id: string
  title: string
  /** The answer that the figures give, in one line. */
  verdict?: string
  /** Which things are counted. */
  definition: ReactNode
  bars: Bars
  /** The same figures as a table; null if there are no figures. */
  table: ReactNode | null
  /** Shown instead of the figures if there are none. */
  empty: string
  i18n: I18n
}

/** One subject of a dashboard: the definition of its figures in words, a chart and a table with the same figures. */
export async function figureCard({ id, title, verdict, definition, bars, table, empty, i18n: { t } }: Props) {
  return (
    <Card id={id} title={title}>
      <div className="dash-words">
        {verdict && table && <p className="dash-verdict">{verdict}</p>}
        <p>{definition}</p>
        {!table && <p className="text-ink-3">{empty}</p>}
      </div>
      {table && (
        <div className="dash-figure">
          {await barChart({ id: `${id}-chart`, title, description: t('dashboard.chartText'), bars })}
          {table}
        </div>
      )}
    </Card>
  )
}
