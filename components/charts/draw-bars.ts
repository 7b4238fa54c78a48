import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Bars } from './bars'
import { plainSvg } from './plain-svg'

register([BarChart, GridComponent, SVGRenderer])

/** The units are those of the view box; the style sheet scales the picture. */
const WIDTH = 380
const LABEL_WIDTH = 144
const VALUE_WIDTH = 68
const BAR = 13
const GAP = 14

/** Draws horizontal bars as an SVG, without a title. Colours are the names of design tokens, so the page's theme applies. */
export function drawBars({ labels, series, stacked = false }: Bars): string {
  const bars = stacked ? 1 : series.length
  const height = labels.length * (bars * BAR + GAP)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height })
  try {
    chart.setOption(optionOf({ labels, series, stacked }))
    return plainSvg(chart.renderToSVGString({ useViewBox: true }))
  } finally {
    chart.dispose()
  }
}

const optionOf = ({ labels, series, stacked }: Bars): EChartsCoreOption => ({
  animation: false,
  grid: { left: LABEL_WIDTH, right: VALUE_WIDTH, top: 0, bottom: 0 },
  xAxis: { type: 'value', show: false, min: 0 },
  yAxis: {
    type: 'category',
    inverse: true,
    data: [...labels],
    axisLine: { lineStyle: { color: 'var(--line)' } },
    axisTick: { show: false },
    axisLabel: { color: 'var(--ink-2)', width: LABEL_WIDTH - 12, overflow: 'truncate', interval: 0 },
  },
  series: series.map(({ name, color, values, texts }) => ({
    type: 'bar',
    name,
    stack: stacked ? 'all' : undefined,
    silent: true,
    barWidth: BAR,
    barGap: '0%',
    data: [...values],
    itemStyle: { color: `var(--${color})` },
    label: {
      show: true,
      position: 'right',
      color: 'var(--ink)',
      formatter: ({ dataIndex }: { dataIndex: number }) => texts[dataIndex] ?? '',
    },
  })),
})
