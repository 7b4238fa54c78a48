const SOURCE = `
import { createElement } from 'react'

const NAMED = ['aria-label', 'aria-labelledby', 'title', 'role']

const drawn = new WeakMap()

/** The shapes as markup, written once: constants of the library, and one element for the server instead of five. */
function markupOf(node) {
  if (!drawn.has(node)) drawn.set(node, node.map(([tag, shape]) => '<' + tag + attributesOf(shape) + '/>').join(''))
  return drawn.get(node)
}

const attributesOf = (shape) =>
  Object.entries(shape).map(([name, value]) => (name === 'key' ? '' : ' ' + name + '="' + value + '"')).join('')

export default function Icon({ icon, className, children: _, ...rest }) {
  const named = NAMED.some((name) => rest[name] != null)
  return createElement(
    'svg',
    {
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 2,
      strokeLinecap: 'round',
      strokeLinejoin: 'round',
      'aria-hidden': named ? undefined : 'true',
      ...rest,
      className: className ? 'lucide ' + className : 'lucide',
      dangerouslySetInnerHTML: { __html: markupOf(icon.node) },
    },
  )
}
`

/** Stands in for lucide's own Icon, a client component: ours is drawn on the server and weighs nothing in the browser. */
module.exports = () => SOURCE
