'use client'

import { Field, useControl, type FieldProps } from './field'

export function FileField({
  accept,
  multiple,
  ...props
}: Omit<FieldProps, 'defaultValue'> & { accept?: string; multiple?: boolean }) {
  const { field, control } = useControl(props)
  return (
    <Field label={props.label} hint={props.hint} required={props.required} hideLabel={props.hideLabel} field={field}>
      <input className="control" type="file" accept={accept} multiple={multiple} {...control} />
    </Field>
  )
}
