import type { ComponentProps } from 'react'
import { NAME_FIELD, OWNER_FIELD, unsentForm } from '@/lib/http/drafts/form-draft'
import { formOwner } from '@/lib/http/drafts/owner'
import { CancelLink } from './cancel-link'
import { labelsIn } from './labels-in'
import { UploadShell } from './upload-shell'

type Props = Omit<ComponentProps<typeof UploadShell>, 'labels' | 'cancel' | 'ownFields'> & { cancelHref?: string }

/**
 * A form whose files go to a route handler, because an action's body is limited to a megabyte. `state` is the result of
 * `loadFormState`: after a refusal the typed values are there again, except for the files, which a browser does not return. The same
 * after a sign-in, if the session ended before the form was sent.
 */
export async function UploadForm({ children, cancelHref, state, ...rest }: Props) {
  const labels = labelsIn(children)
  const name = Object.keys({ ...labels, ...rest.hidden }).join(' ')
  const [owner, unsent] = await Promise.all([formOwner(), unsentForm(name)])
  return (
    <UploadShell
      {...rest}
      state={unsent ? { message: rest.texts.unsent, values: unsent, isUnsent: true } : state}
      ownFields={owner ? { [OWNER_FIELD]: owner, [NAME_FIELD]: name } : undefined}
      cancel={cancelHref && <CancelLink href={cancelHref} texts={rest.texts} />}
      labels={labels}
    >
      {children}
    </UploadShell>
  )
}
