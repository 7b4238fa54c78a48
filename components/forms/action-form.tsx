import type { ReactNode } from 'react'
import type { FormState } from '@/lib/http/form-action'
import { NAME_FIELD, OWNER_FIELD, unsentForm } from '@/lib/http/drafts/form-draft'
import { formOwner } from '@/lib/http/drafts/owner'
import type { Variant } from '@/components/ui/variants'
import { CancelLink } from './cancel-link'
import { FormShell } from './form-shell'
import type { FormTexts } from './form-texts'
import { labelsIn } from './labels-in'

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

/**
 * A form that shows errors in place, with and without scripting: a summary links to the fields, and typed values stay. If the
 * session ends before it is sent, it shows the typed values again after the same user has signed in.
 */
export async function ActionForm({ labels, children, cancelHref, ...rest }: ActionFormProps) {
  const allLabels = { ...labelsIn(children), ...labels }
  const name = Object.keys({ ...allLabels, ...rest.hidden }).join(' ')
  const [owner, unsent] = await Promise.all([formOwner(), unsentForm(name)])
  return (
    <FormShell
      {...rest}
      key={unsent ? 'unsent' : 'empty'}
      unsent={unsent}
      ownFields={owner ? { [OWNER_FIELD]: owner, [NAME_FIELD]: name } : undefined}
      cancel={cancelHref && <CancelLink href={cancelHref} texts={rest.texts} />}
      labels={allLabels}
    >
      {children}
    </FormShell>
  )
}
