import type { IconNode } from 'lucide'
import type { ComponentProps, ReactElement } from 'react'

type Props = Omit<ComponentProps<'svg'>, 'children'>

export type IconComponent = (props: Props) => ReactElement

/**
 * A component from lucide's icon data. lucide's own React components are client components; these are rendered on the
 * server, each as one element: the shapes are constant markup.
 */
export function drawnIcon(node: IconNode): IconComponent {
  const shapes = { __html: node.map(([tag, attributes]) => `<${tag}${markupOf(attributes)}/>`).join('') }
  return function DrawnIcon({ className, ...rest }) {
    return (
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden={isNamed(rest) ? undefined : 'true'}
        {...rest}
        className={className ? `lucide ${className}` : 'lucide'}
        dangerouslySetInnerHTML={shapes}
      />
    )
  }
}

const markupOf = (attributes: IconNode[number][1]) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')

const isNamed = (props: Props) =>
  [props['aria-label'], props['aria-labelledby'], props.role].some((name) => name !== undefined)
