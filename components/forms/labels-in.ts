import { Children, isValidElement, type ReactNode } from 'react'

/** Field name → label. The summary of a form is rendered before the fields, so their labels are read from the elements. */
export function labelsIn(children: ReactNode): Record<string, string> {
  const found: Record<string, string> = {}
  Children.forEach(children, (child) => {
    if (!isValidElement<{ name?: string; label?: string; legend?: string; children?: ReactNode }>(child)) return
    const { name, label, legend, children: inner } = child.props
    const words = label ?? legend
    if (name && words) found[name] = words
    Object.assign(found, labelsIn(inner))
  })
  return found
}
