'use client'

import { Field, useControl, type FieldProps } from './field'

export type Option = { value: string; label: string }

/** `empty` is the label of a first option without a value. Without it one of the options is always selected. */
export function SelectField({ options, empty, ...props }: FieldProps & { options: Option[]; empty?: string }) {
  const { field, control } = useControl(props)
  const optional = empty !== undefined || options.some((option) => option.value === '')
  const named = (value: string) => options.find((option) => option.value === value)?.label ?? value
  const shown = { ...field, current: field.current === undefined ? undefined : named(field.current) }
  return (
    <Field
      label={props.label}
      hint={props.hint}
      required={props.required || !optional}
      hideLabel={props.hideLabel}
      field={shown}
    >
      <select className="control" defaultValue={field.value} {...control}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}
