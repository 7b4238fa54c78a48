'use client'

import { Field, useControl, type FieldProps } from './field'

/** A calendar date: sent as YYYY-MM-DD, shown in the order of the browser's language. */
export function DateField({
  min,
  max,
  autoComplete,
  ...props
}: FieldProps & { min?: string; max?: string; autoComplete?: string }) {
  const { field, control } = useControl(props)
  return (
    <Field label={props.label} hint={props.hint} required={props.required} hideLabel={props.hideLabel} field={field}>
      <input
        className="control"
        type="date"
        min={min}
        max={max}
        autoComplete={autoComplete}
        defaultValue={field.value}
        {...control}
      />
    </Field>
  )
}
