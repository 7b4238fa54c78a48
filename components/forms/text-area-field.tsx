'use client'

import { Field, useControl, type FieldProps } from './field'

export function TextAreaField({ rows = 4, maxLength, ...props }: FieldProps & { rows?: number; maxLength?: number }) {
  const { field, control } = useControl(props)
  return (
    <Field
      label={props.label}
      hint={props.hint}
      required={props.required}
      conditional={props.conditional}
      hideLabel={props.hideLabel}
      field={field}
    >
      <textarea className="control" rows={rows} maxLength={maxLength} defaultValue={field.value} {...control} />
    </Field>
  )
}
