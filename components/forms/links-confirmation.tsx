'use client'

import { use } from 'react'
import { CheckboxField } from './checkbox-field'
import { FormContext } from './form-context'

/** A checkbox that appears after the form was refused with links to look at first. */
export function LinksConfirmation(field: { name: string; label: string }) {
  return use(FormContext)?.state.links?.length ? <CheckboxField {...field} /> : null
}
