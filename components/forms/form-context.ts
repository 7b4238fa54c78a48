'use client'

import { createContext, useContext, useId } from 'react'
import type { FormState } from '@/lib/http/form-action'
import type { FormTexts } from './form-texts'

type Shared = { formId: string; state: FormState; texts: FormTexts }

export const FormContext = createContext<Shared | null>(null)

export const fieldId = (formId: string, name: string) => `${formId}-${name}`

/** A field's state in its form: its id, its error, the typed value, and after a stale edit the value in the database. */
export function useField(name: string, defaultValue: string) {
  const lonely = useId()
  const form = useContext(FormContext)
  const id = fieldId(form?.formId ?? lonely, name)
  const sent = form?.state.values
  const current = form?.state.current?.[name]
  const value = sent?.[name] ?? (sent ? '' : defaultValue)
  return {
    id,
    value,
    /** Null before the form was sent. */
    sent: sent ? (sent[name] ?? '') : null,
    error: form?.state.fields?.[name],
    current: current === undefined || (current ?? '') === value ? undefined : (current ?? ''),
    texts: form?.texts,
  }
}
