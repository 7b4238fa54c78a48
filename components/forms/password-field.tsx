'use client'

import { Field, useControl, type FieldProps } from './field'

type Props = Omit<FieldProps, 'defaultValue'> & { autoComplete: 'current-password' | 'new-password' }

/** It is empty again after an error: the server never sends a secret back. */
export function PasswordField({ autoComplete, ...props }: Props) {
  const { field, control } = useControl(props)
  return (
    <Field label={props.label} hint={props.hint} required={props.required} hideLabel={props.hideLabel} field={field}>
      <input className="control" type="password" autoComplete={autoComplete} {...control} />
    </Field>
  )
}
