'use client'

import { useId, useState, type ReactNode, type SubmitEvent } from 'react'
import type { FormState } from '@/lib/http/form-action'
import { FormActions } from './form-actions'
import { FormContext } from './form-context'
import { FormSummary } from './form-summary'
import type { FormTexts } from './form-texts'
import { HiddenFields } from './hidden-fields'
import { sendUpload } from './send-upload'
import type { ShownState } from './use-resendable'

type Props = {
  /** Address of the route handler. */
  action: string
  submit: string
  texts: FormTexts
  cancel: ReactNode
  hidden?: Record<string, string>
  /** Fields for the form's own use, which are never shown again as typed values. */
  ownFields?: Record<string, string> | undefined
  labels: Record<string, string>
  state: ShownState
  children: ReactNode
}

/** With scripting the form is sent by a request of its own, so that a failure leaves the page with its texts and chosen files as it is. */
export function UploadShell({
  action,
  submit,
  texts,
  cancel,
  hidden = {},
  ownFields = {},
  labels,
  state,
  children,
}: Props) {
  const formId = useId()
  const [failures, setFailures] = useState<FormState[]>([])
  const [isPending, setIsPending] = useState(false)
  const failure = failures.at(-1)
  const shown = failure ? { values: state.values, ...failure, isUnsent: true } : state
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isPending) return
    setIsPending(true)
    const answer = await sendUpload(action, new FormData(event.currentTarget), texts)
    if ('location' in answer) return openPage(answer.location)
    setFailures((earlier) => [...earlier, answer])
    setIsPending(false)
  }
  return (
    <form
      className="form"
      method="post"
      encType="multipart/form-data"
      action={action}
      noValidate
      onSubmit={(event) => void send(event)}
    >
      <FormContext value={{ formId, state: shown, texts }}>
        <FormSummary key={failures.length} state={shown} labels={labels} formId={formId} texts={texts} />
        <HiddenFields values={{ ...hidden, ...ownFields }} />
        {children}
      </FormContext>
      <FormActions submit={failure ? texts.tryAgain : submit} texts={texts} cancel={cancel} pending={isPending} />
    </form>
  )
}

/** Opens the page that the portal answered with, also when it is the current one: a browser would only scroll to its hash. */
function openPage(path: string): void {
  const next = new URL(path, location.href)
  const isCurrent = next.pathname === location.pathname && next.search === location.search
  location.assign(next)
  if (isCurrent) location.reload()
}
