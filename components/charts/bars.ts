/** Names of colours in app/styles/tokens.css. */
export type ChartColor = 'accent' | 'control' | 'star'

export type BarSeries = {
  name: string
  color: ChartColor
  values: readonly number[]
  /** The text at the end of each bar. */
  texts: readonly string[]
}

/** Horizontal bars: one row for each label, and in each row one bar for each series, or one bar with a part for each series. */
export type Bars = { labels: readonly string[]; series: readonly BarSeries[]; stacked?: boolean }
