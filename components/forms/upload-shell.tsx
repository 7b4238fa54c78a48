'use client'

import { useId, type ReactNode } from 'react'
import type { FormState } from '@/lib/http/form-action'
import { FormActions } from './form-actions'
import { FormContext } from './form-context'
import { FormSummary } from './form-summary'
import type { FormTexts } from './form-texts'
import { HiddenFields } from './hidden-fields'

type Props = {
  /** Address of the route handler. */
  action: string
  submit: string
  texts: FormTexts
  cancel: ReactNode
  hidden?: Record<string, string>
  labels: Record<string, string>
  state: FormState
  children: ReactNode
}

export function UploadShell({ action, submit, texts, cancel, hidden = {}, labels, state, children }: Props) {
  const formId = useId()
  return (
    <form className="form" method="post" encType="multipart/form-data" action={action} noValidate>
      <FormContext value={{ formId, state, texts }}>
        <FormSummary state={state} labels={labels} formId={formId} texts={texts} />
        <HiddenFields values={hidden} />
        {children}
      </FormContext>
      <FormActions submit={submit} texts={texts} cancel={cancel} />
    </form>
  )
}
