import { StaticHtml } from '@/components/ui/static-html'
import type { Bars } from './bars'
import { cachedSvg } from './cached-svg'

type Props = {
  /** Unique on the page. */
  id: string
  title: string
  /** One sentence that says where the same figures are readable as text. */
  description: string
  bars: Bars
}

/** Horizontal bars that the server draws as SVG, with their legend. The page also shows the figures as a table. Await it, so that a failure is caught by the caller. */
export async function barChart({ id, title, description, bars }: Props) {
  const svg = withTitle(await cachedSvg(bars), id, title, description)
  const legend = bars.series.filter(({ name }) => name)
  return (
    <figure className="chart">
      <div dangerouslySetInnerHTML={{ __html: svg }} />
      {legend.length > 1 && (
        <StaticHtml as="ul" className="chart-legend">
          {legend.map(({ name, color }) => (
            <li key={name} className={`chart-${color}`}>
              {name}
            </li>
          ))}
        </StaticHtml>
      )}
    </figure>
  )
}

/** Names the picture for screen readers. */
const withTitle = (svg: string, id: string, title: string, description: string): string =>
  svg.replace(
    /^<svg([^>]*)>/,
    (_tag, attributes: string) =>
      `<svg${attributes} role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc">` +
      `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`,
  )

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
