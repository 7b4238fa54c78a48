const SOURCE = `
import { createElement } from 'react'

const NAMED = ['aria-label', 'aria-labelledby', 'title', 'role']

export default function Icon({ icon, className, children, ...rest }) {
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
    },
    icon.node.map(([tag, shape]) => createElement(tag, shape)),
    children,
  )
}
`

/** Stands in for lucide's own Icon, a client component: ours is drawn on the server and weighs nothing in the browser. */
module.exports = () => SOURCE
