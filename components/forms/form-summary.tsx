'use client'

import { useEffect, useRef } from 'react'
import type { FormState } from '@/lib/http/form-action'
import { fieldId } from './form-context'
import type { FormTexts } from './form-texts'

type Props = {
  state: FormState & { isUnsent?: boolean }
  labels: Record<string, string>
  formId: string
  texts: FormTexts
}

/** The error summary, with links to the fields. It takes the focus: by an effect, or by autofocus without scripting. */
export function FormSummary({ state, labels, formId, texts }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const errors = Object.entries(state.fields ?? {})
  if (!state.message && !errors.length) return null
  const { links = [] } = state
  const changed = Object.keys(state.current ?? {}).filter((name) => labels[name] && isDifferent(state, name))
  return (
    <div
      ref={box}
      className={`summary ${state.current || state.isUnsent || links.length ? 'summary-stale' : ''}`}
      role="alert"
      tabIndex={-1}
      autoFocus
    >
      <p>{state.message ?? texts.checkFields}</p>
      {errors.length + changed.length + links.length > 0 && (
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href} target="_blank" rel="noopener">
                {label}
              </a>
            </li>
          ))}
          {errors.map(([name, error]) => (
            <li key={name}>
              <a href={`#${fieldId(formId, name)}`}>{withLabel(labels[name], error)}</a>
            </li>
          ))}
          {changed.map((name) => (
            <li key={name}>
              <a href={`#${fieldId(formId, name)}`}>{labels[name]}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The summary leaves out a label that is a question, because it would read badly before the error. */
const withLabel = (label: string | undefined, error: string) =>
  label && !label.endsWith('?') ? `${label}: ${error}` : error

const isDifferent = ({ current, values }: FormState, name: string) => (current?.[name] ?? '') !== (values?.[name] ?? '')
