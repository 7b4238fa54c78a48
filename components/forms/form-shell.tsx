'use client'

import { useActionState, useId, useState, type ReactNode } from 'react'
import type { Variant } from '@/components/ui/variants'
import { FormActions } from './form-actions'
import { FormContext } from './form-context'
import { FormSummary } from './form-summary'
import type { FormTexts } from './form-texts'
import { HiddenFields } from './hidden-fields'
import { useResendable, type ShownState } from './use-resendable'

type Props = {
  /** A button outside the form, such as one at the top of its card, joins it by this id. */
  id?: string | undefined
  action: (previous: ShownState, form: FormData) => Promise<ShownState>
  submit: string
  texts: FormTexts
  cancel?: ReactNode
  hidden?: Record<string, string>
  /** Fields for the form's own use, which are never shown again as typed values. */
  ownFields?: Record<string, string> | undefined
  /** What the user typed before the session ended. */
  unsent?: Record<string, string> | null
  labels: Record<string, string>
  variant?: Variant
  children: ReactNode
}

const NOTHING: ShownState = {}
const NO_FIELDS = {}

export function FormShell({
  id,
  action,
  submit,
  texts,
  cancel,
  hidden = NO_FIELDS,
  ownFields = NO_FIELDS,
  unsent,
  labels,
  variant,
  children,
}: Props) {
  const initial = unsent ? { message: texts.unsent, values: unsent, isUnsent: true } : NOTHING
  const [state, send, pending] = useActionState(useResendable(action, texts), initial)
  const attempt = useAttempt(state)
  const formId = useId()
  return (
    <form id={id} action={send} className="form" noValidate onSubmit={(event) => pending && event.preventDefault()}>
      <FormContext value={{ formId, state, texts }}>
        <FormSummary key={attempt} state={state} labels={labels} formId={formId} texts={texts} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={hiddenValue(state, name, value)} />
        ))}
        <HiddenFields values={ownFields} />
        {/* React resets a form after its action, and a select to an old default: new fields start from the typed values. */}
        <div key={`fields-${attempt}`} className="contents">
          {children}
        </div>
      </FormContext>
      <FormActions
        submit={state.isUnsent && !unsent ? texts.tryAgain : submit}
        texts={texts}
        cancel={cancel}
        variant={variant}
        pending={pending}
      />
    </form>
  )
}

/**
 * A refused form keeps the hidden values it was sent with. Without scripting the page has been rendered again, and its newer
 * version would overwrite another person's change. Only a stale edit, which shows both, takes the current values.
 */
const hiddenValue = ({ current, values }: ShownState, name: string, fresh: string) =>
  current?.[name] ?? values?.[name] ?? fresh

/** Counts the answers, so that each one renders the fields again. */
function useAttempt(state: ShownState): number {
  const [seen, setSeen] = useState({ state, attempt: 0 })
  if (seen.state === state) return seen.attempt
  setSeen({ state, attempt: seen.attempt + 1 })
  return seen.attempt + 1
}
