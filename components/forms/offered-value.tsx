'use client'

import { use } from 'react'
import { CheckboxField } from './checkbox-field'
import { FormContext } from './form-context'

type Props = {
  /** The field that was refused because another value was probably meant. */
  name: string
  /** "Use", before the offered value. */
  use: string
  /** The checkbox that confirms the value as it was typed. */
  confirm: { name: string; label: string }
}

/** After such a refusal: a button that sends the form with the offered value, and a checkbox that keeps the typed one. */
export function OfferedValue({ name, use: words, confirm }: Props) {
  const offered = use(FormContext)?.state.offers?.[name]
  if (!offered) return null
  return (
    <div className="grid justify-items-start gap-2">
      {/* The button comes after the field, so its value is the last one of that name, which is the one that counts. */}
      <button type="submit" className="btn btn-sm" name={name} value={offered}>
        {words} {offered}
      </button>
      <CheckboxField {...confirm} />
    </div>
  )
}
