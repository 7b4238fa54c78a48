'use client'

import { FieldNotes, useControl } from './field'
import { useField } from './form-context'
import type { Option } from './select-field'

type Props = {
  name: string
  label: string
  hint?: string
  options: Option[]
  checked: readonly string[]
  /** One option per line, for long labels. */
  isList?: boolean
}

/** Checkboxes that together are one field. The form sends `name[]`, and the error of `name` is shown once, below them. */
export function CheckboxGroupField({ name, label, hint, options, checked, isList = false }: Props) {
  const { field, control } = useControl({ name, label, hint })
  const { sent } = useField(`${name}[]`, '')
  const boxes = sent?.split('\n') ?? checked
  return (
    <fieldset className="field" id={field.id} tabIndex={-1} aria-describedby={control['aria-describedby']}>
      <legend className="field-label">{label}</legend>
      <div className={isList ? 'grid' : 'grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3'}>
        {options.map(({ value, label: words }) => (
          <label key={value} className="choice">
            <input type="checkbox" name={`${name}[]`} value={value} defaultChecked={boxes.includes(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
      <FieldNotes hint={hint} field={{ ...field, current: undefined }} />
    </fieldset>
  )
}
