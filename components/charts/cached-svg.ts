import type { Bars } from './bars'

/** A drawing has a few kilobytes, so the cache stays below some megabytes. */
const DRAWINGS_MAX = 500

const drawings = new Map<string, string>()

/**
 * Returns the SVG of these bars. Drawing one takes milliseconds, so this process caches the last 500. The cache key contains every figure and
 * label of the picture. Therefore two viewers share a picture only if both see the same figures, and a changed figure makes a new picture.
 */
export async function cachedSvg(bars: Bars): Promise<string> {
  const key = JSON.stringify(bars)
  const found = drawings.get(key)
  // ECharts is loaded by the first page that shows a chart.
  const svg = found ?? (await import('./draw-bars')).drawBars(bars)
  // A Map is in the order of insertion: the first entry was not used for the longest time.
  drawings.delete(key)
  drawings.set(key, svg)
  if (drawings.size > DRAWINGS_MAX) drawings.delete(drawings.keys().next().value!)
  return svg
}
