import type { ComponentProps } from 'react'
import { CancelLink } from './cancel-link'
import { labelsIn } from './labels-in'
import { UploadShell } from './upload-shell'

type Props = Omit<ComponentProps<typeof UploadShell>, 'labels' | 'cancel'> & { cancelHref: string }

/**
 * A form whose files go to a route handler, because an action's body is limited to a megabyte. `state` is the result of
 * `loadFormState`: after a refusal the typed values are there again, except for the files, which a browser does not return.
 */
export function UploadForm({ children, cancelHref, ...rest }: Props) {
  const cancel = <CancelLink href={cancelHref} texts={rest.texts} />
  return (
    <UploadShell {...rest} cancel={cancel} labels={labelsIn(children)}>
      {children}
    </UploadShell>
  )
}
