import type { ComponentProps } from 'react'
import { labelsIn } from './action-form'
import { UploadShell } from './upload-shell'

/**
 * A form whose files go to a route handler, since an action's form is cut at a megabyte. `state` is what `loadFormState` gives: a refusal stands
 * beside its field, and what had been typed is there, but for the files, which a browser does not give twice.
 */
export function UploadForm({ children, ...rest }: Omit<ComponentProps<typeof UploadShell>, 'labels'>) {
  return (
    <UploadShell {...rest} labels={labelsIn(children)}>
      {children}
    </UploadShell>
  )
}
