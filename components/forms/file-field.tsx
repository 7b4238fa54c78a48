'use client'

import { Field, useControl, type FieldProps } from './field'

export function FileField({ accept, ...props }: Omit<FieldProps, 'defaultValue'> & { accept?: string }) {
  const { field, control } = useControl(props)
  return (
    <Field label={props.label} hint={props.hint} required={props.required} hideLabel={props.hideLabel} field={field}>
      <input className="control" type="file" accept={accept} {...control} />
    </Field>
  )
}
