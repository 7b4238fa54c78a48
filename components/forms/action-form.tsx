import { Children, isValidElement, type ReactNode } from 'react'
import type { FormState } from '@/lib/http/form-action'
import type { Variant } from '@/components/ui/variants'
import { CancelLink } from './cancel-link'
import { FormShell } from './form-shell'
import type { FormTexts } from './form-texts'

export type ActionFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** The button's words. */
  submit: string
  texts: FormTexts
  cancelHref?: string
  hidden?: Record<string, string>
  /** Field name → label, for fields that are not written directly inside the form. */
  labels?: Record<string, string>
  variant?: Variant
  children: ReactNode
}

/** A form that shows its refusal in place: a summary linking to the fields, typed values kept, with and without scripting. */
export function ActionForm({ labels, children, cancelHref, ...rest }: ActionFormProps) {
  const cancel = cancelHref && <CancelLink href={cancelHref} texts={rest.texts} />
  return (
    <FormShell {...rest} cancel={cancel} labels={{ ...labelsIn(children), ...labels }}>
      {children}
    </FormShell>
  )
}

/** The summary stands before the fields, so their labels are read from the elements. */
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
