'use client'

import { createContext, useContext, useId } from 'react'
import type { FormState } from '@/lib/http/form-action'
import type { FormTexts } from './form-texts'

type Shared = { formId: string; state: FormState; texts: FormTexts }

export const FormContext = createContext<Shared | null>(null)

export const fieldId = (formId: string, name: string) => `${formId}-${name}`

/** What a field needs of its form: its id, its refusal, what had been typed, and what stands in the database now. */
export function useField(name: string, defaultValue: string) {
  const lonely = useId()
  const form = useContext(FormContext)
  const id = fieldId(form?.formId ?? lonely, name)
  const kept = form?.state.values
  const current = form?.state.current?.[name]
  const value = kept?.[name] ?? (kept ? '' : defaultValue)
  return {
    id,
    value,
    /** Null where nothing has been sent yet. */
    kept: kept ? (kept[name] ?? '') : null,
    error: form?.state.fields?.[name],
    current: current === undefined || (current ?? '') === value ? undefined : (current ?? ''),
    texts: form?.texts,
  }
}
