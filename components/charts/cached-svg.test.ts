import type { Bars } from './bars'
import { cachedSvg } from './cached-svg'

const drawn: Bars[] = []

jest.mock('./draw-bars', () => ({
  drawBars: (bars: Bars) => {
    drawn.push(bars)
    return `<svg>${drawn.length}</svg>`
  },
}))

const barsOf = (value: number): Bars => ({
  labels: ['Novo'],
  series: [{ name: 'Abertos', color: 'accent', values: [value], texts: [String(value)] }],
})

it('draws the same figures once, and other figures again', async () => {
  const first = await cachedSvg(barsOf(1))
  expect(await cachedSvg(barsOf(1))).toBe(first)
  expect(await cachedSvg(barsOf(2))).not.toBe(first)
  expect(drawn).toHaveLength(2)
})

it('forgets the picture that was not used for the longest time after 500 others', async () => {
  await cachedSvg(barsOf(1000))
  await cachedSvg(barsOf(1001))
  for (let value = 2000; value < 2499; value++) {
    await cachedSvg(barsOf(value))
    await cachedSvg(barsOf(1000))
  }
  const before = drawn.length
  await cachedSvg(barsOf(1000))
  expect(drawn).toHaveLength(before)
  await cachedSvg(barsOf(1001))
  expect(drawn).toHaveLength(before + 1)
})
