import { Children, isValidElement, type ReactNode } from 'react'
import type { FormState } from '@/lib/http/form-action'
import type { Variant } from '@/components/ui/variants'
import { CancelLink } from './cancel-link'
import { FormShell } from './form-shell'
import type { FormTexts } from './form-texts'

type ActionFormProps = {
  id?: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** The label of the button. */
  submit: string
  texts: FormTexts
  cancelHref?: string
  hidden?: Record<string, string>
  /** Field name → label, for fields inside components of their own. */
  labels?: Record<string, string>
  variant?: Variant
  children: ReactNode
}

/** A form that shows errors in place, with and without scripting: a summary links to the fields, and typed values stay. */
export function ActionForm({ labels, children, cancelHref, ...rest }: ActionFormProps) {
  const cancel = cancelHref && <CancelLink href={cancelHref} texts={rest.texts} />
  return (
    <FormShell {...rest} cancel={cancel} labels={{ ...labelsIn(children), ...labels }}>
      {children}
    </FormShell>
  )
}

/** The summary is rendered before the fields, so their labels are read from the elements. */
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
