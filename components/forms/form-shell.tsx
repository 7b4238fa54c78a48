'use client'

import { useActionState, useId, useState, type ReactNode } from 'react'
import type { Variant } from '@/components/ui/variants'
import type { FormState } from '@/lib/http/form-action'
import { FormActions } from './form-actions'
import { FormContext } from './form-context'
import { FormSummary } from './form-summary'
import type { FormTexts } from './form-texts'

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  submit: string
  texts: FormTexts
  cancel?: ReactNode
  hidden?: Record<string, string>
  labels: Record<string, string>
  variant?: Variant
  children: ReactNode
}

const NOTHING: FormState = {}

export function FormShell({ action, submit, texts, cancel, hidden = {}, labels, variant, children }: Props) {
  const [state, send, pending] = useActionState(action, NOTHING)
  const attempt = useAttempt(state)
  const formId = useId()
  return (
    <form action={send} className="form" noValidate onSubmit={(event) => pending && event.preventDefault()}>
      <FormContext value={{ formId, state, texts }}>
        <FormSummary key={attempt} state={state} labels={labels} formId={formId} texts={texts} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={hiddenValue(state, name, value)} />
        ))}
        {/* React resets a form after its action, to stale defaults in a select: fresh fields start from what was typed. */}
        <div key={`fields-${attempt}`} className="contents">
          {children}
        </div>
      </FormContext>
      <FormActions submit={submit} texts={texts} cancel={cancel} variant={variant} pending={pending} />
    </form>
  )
}

/**
 * What had been sent stays: without scripting the page was read anew, and a newer version than the one that was edited
 * would overwrite somebody's change unseen. Only a stale edit, which shows both, goes on from what stands now.
 */
const hiddenValue = ({ current, values }: FormState, name: string, fresh: string) =>
  current?.[name] ?? values?.[name] ?? fresh

/** Counts the answers that came, so that each one draws the fields anew. */
function useAttempt(state: FormState): number {
  const [seen, setSeen] = useState({ state, attempt: 0 })
  if (seen.state === state) return seen.attempt
  setSeen({ state, attempt: seen.attempt + 1 })
  return seen.attempt + 1
}
