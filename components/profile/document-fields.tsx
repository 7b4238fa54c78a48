'use client'

import { useForm } from 'react-hook-form'
import { Field, useControl, type FieldProps } from '@/components/forms/field'
import type { Option } from '@/components/forms/select-field'
import { documentProblem, type DocumentProblem } from '@/lib/customers/document-problem'

type Values = { documentType: string; documentNumber: string }
type Props = { type: FieldProps; types: Option[]; number: FieldProps; problems: Record<DocumentProblem, string> }

/**
 * The type and number of a tax id. With scripting, wrong check digits are reported when the field loses the focus; the
 * server checks again. The inputs belong to the form; the listeners here only observe them.
 */
export function DocumentFields({ type, types, number, problems }: Props) {
  const { register, formState, getValues, trigger } = useForm<Values>({ mode: 'onTouched' })
  const [typeControl, numberControl] = [useControl(type), useControl(number)]
  const watched = {
    type: register('documentType', { onChange: () => getValues('documentNumber') && trigger('documentNumber') }),
    number: register('documentNumber', {
      validate: (typed) => {
        const problem = documentProblem(getValues('documentType') || null, typed)
        return problem ? problems[problem] : true
      },
    }),
  }
  const said = formState.errors.documentNumber?.message ?? (formState.isDirty ? undefined : numberControl.field.error)
  const described = new Set(
    [numberControl.control['aria-describedby'], said && `${numberControl.field.id}-error`].filter(Boolean),
  )
  return (
    <>
      <Field {...type} field={typeControl.field}>
        <select className="control" defaultValue={typeControl.field.value} {...typeControl.control} {...watched.type}>
          {types.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field {...number} field={{ ...numberControl.field, error: said }}>
        <input
          className="control"
          defaultValue={numberControl.field.value}
          maxLength={40}
          autoComplete="off"
          {...numberControl.control}
          {...watched.number}
          aria-invalid={said ? true : undefined}
          aria-describedby={[...described].join(' ') || undefined}
        />
      </Field>
    </>
  )
}
