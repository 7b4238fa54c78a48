'use client'

import type { ReactNode } from 'react'
import { useField } from './form-context'

export type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  required?: boolean | undefined
  /** Required for some choices of another field, as its hint says: the word "optional" would mislead. */
  conditional?: boolean | undefined
  defaultValue?: string | null | undefined
  /** For a field below a title that says the same: the label is for screen readers only. */
  hideLabel?: boolean | undefined
}

/** The attributes that connect a control with its label, hint and error. */
export function useControl({ name, hint, required, defaultValue }: FieldProps) {
  const field = useField(name, defaultValue ?? '')
  const described = [
    hint && `${field.id}-hint`,
    field.error && `${field.id}-error`,
    field.current !== undefined && `${field.id}-now`,
  ]
  return {
    field,
    control: {
      id: field.id,
      name,
      'aria-required': required || undefined,
      'aria-invalid': field.error ? (true as const) : undefined,
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    },
  }
}

type Shown = {
  id: string
  error?: string | undefined
  current?: string | undefined
  texts?: { optional: string; currentValue: string; emptyValue: string } | undefined
}

export function Field({
  label,
  hint,
  required,
  conditional,
  hideLabel,
  field,
  children,
}: Omit<FieldProps, 'name'> & { field: Shown; children: ReactNode }) {
  return (
    <div className="field">
      <label className={hideLabel ? 'sr-only' : 'field-label'} htmlFor={field.id}>
        {label}
        {!required && !conditional && field.texts && <small>({field.texts.optional})</small>}
      </label>
      {children}
      <FieldNotes hint={hint} field={field} />
    </div>
  )
}

export function FieldNotes({ hint, field }: { hint?: string | undefined; field: Shown }) {
  return (
    <>
      {hint && (
        <span className="field-hint" id={`${field.id}-hint`}>
          {hint}
        </span>
      )}
      {field.error && (
        <span className="field-error" id={`${field.id}-error`}>
          {field.error}
        </span>
      )}
      {field.current !== undefined && (
        <span className="field-current" id={`${field.id}-now`}>
          {field.texts?.currentValue} <b>{field.current || field.texts?.emptyValue}</b>
        </span>
      )}
    </>
  )
}
