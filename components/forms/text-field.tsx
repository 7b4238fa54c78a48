'use client'

import type { ComponentProps } from 'react'
import { Field, useControl, type FieldProps } from './field'

type Props = FieldProps &
  Pick<
    ComponentProps<'input'>,
    'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'spellCheck' | 'autoFocus'
  >

export function TextField({
  name,
  label,
  hint,
  required,
  conditional,
  defaultValue,
  hideLabel,
  type = 'text',
  ...rest
}: Props) {
  const { field, control } = useControl({ name, label, hint, required, defaultValue })
  return (
    <Field label={label} hint={hint} required={required} conditional={conditional} hideLabel={hideLabel} field={field}>
      <input className="control" type={type} defaultValue={field.value} {...control} {...rest} />
    </Field>
  )
}
