'use client'

import { FieldNotes, useControl } from './field'

type Props = { name: string; label: string; hint?: string; value?: string; defaultChecked?: boolean }

/** Several checkboxes may share a name that ends in `[]`; each sends its own value. */
export function CheckboxField({ name, label, hint, value = 'on', defaultChecked = false }: Props) {
  const { field, control } = useControl({ name, label, hint })
  const id = name.endsWith('[]') ? `${field.id}-${value}` : field.id
  const checked = field.sent === null ? defaultChecked : field.sent.split('\n').includes(value)
  return (
    <div className="field">
      <label className="choice">
        <input type="checkbox" value={value} defaultChecked={checked} {...control} id={id} />
        <span>{label}</span>
      </label>
      <FieldNotes hint={hint} field={{ ...field, id, current: undefined }} />
    </div>
  )
}
