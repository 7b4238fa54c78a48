'use client'

import { FieldNotes, useControl, type FieldProps } from './field'
import type { Option } from './select-field'

type Props = FieldProps & { options: (Option & { hint?: string })[] }

export function RadioGroupField({ options, ...props }: Props) {
  const { field, control } = useControl(props)
  const named = (value: string) => options.find((option) => option.value === value)?.label ?? value
  return (
    <fieldset className="field" id={field.id} aria-describedby={control['aria-describedby']}>
      <legend className="field-label">{props.label}</legend>
      {options.map(({ value, label, hint }) => (
        <label key={value} className="choice">
          <input type="radio" name={props.name} value={value} defaultChecked={field.value === value} />
          <span>
            {label}
            {hint && <small>{hint}</small>}
          </span>
        </label>
      ))}
      <FieldNotes
        hint={props.hint}
        field={{ ...field, current: field.current === undefined ? undefined : named(field.current) }}
      />
    </fieldset>
  )
}
