import { renderToStaticMarkup } from 'react-dom/server'
import { barChart } from './bar-chart'
import type { Bars } from './bars'
import { cachedSvg } from './cached-svg'

const BARS: Bars = {
  labels: ['Novo', 'Resolvido'],
  series: [
    { name: 'Abertos', color: 'accent', values: [3, 0], texts: ['3', ''] },
    { name: 'Encerrados', color: 'control', values: [0, 6], texts: ['', '6'] },
  ],
}

const widthsIn = (svg: string) =>
  [...svg.matchAll(/<path d="M[\d.]+ [\d.]+l([\d.]+) 0/g)].map(([, width]) => Number(width))

it('draws bars in proportion to their values, with their texts and labels', async () => {
  const svg = await cachedSvg(BARS)
  const widths = widthsIn(svg).filter((width) => width > 0)
  expect(widths).toHaveLength(2)
  expect(widths[1]! / widths[0]!).toBeCloseTo(2)
  for (const text of ['Novo', 'Resolvido', '3', '6']) expect(svg).toContain(`>${text}</text>`)
})

it('uses the colours of the theme', async () => {
  expect(await cachedSvg(BARS)).toMatch(/fill="var\(--accent\)".*fill="var\(--control\)"/)
})

it('contains no style that the content security policy refuses', async () => {
  expect(await cachedSvg(BARS)).not.toMatch(/style|class=|ecmeta/)
})

it('escapes names that look like HTML', async () => {
  const hostile = '<img src=x onerror="alert(1)">'
  const html = renderToStaticMarkup(
    await barChart({
      id: 'x',
      title: `Casos & <b>campanhas</b>`,
      description: hostile,
      bars: { labels: [hostile], series: [{ name: hostile, color: 'accent', values: [1], texts: [hostile] }] },
    }),
  )
  expect(html).not.toContain('<img')
  expect(html).toContain('Casos &amp; &lt;b>campanhas&lt;/b>')
})

it('names the picture for screen readers', async () => {
  const html = renderToStaticMarkup(
    await barChart({ id: 'states', title: 'Casos por estado', description: 'Ver tabela', bars: BARS }),
  )
  expect(html).toContain('role="img" aria-labelledby="states-title" aria-describedby="states-desc"')
  expect(html).toContain('<title id="states-title">Casos por estado</title>')
})
