'use client'

import { useId, type ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { buttonClass } from '@/components/ui/variants'
import type { FormState } from '@/lib/kernel/form-action'
import { FormContext } from './form-context'
import { FormSummary } from './form-summary'
import type { FormTexts } from './form-texts'

type Props = {
  /** Address of the route handler. */
  action: string
  submit: string
  texts: FormTexts
  cancelHref: string
  hidden?: Record<string, string>
  labels: Record<string, string>
  state: FormState
  children: ReactNode
}

export function UploadShell({ action, submit, texts, cancelHref, hidden = {}, labels, state, children }: Props) {
  const formId = useId()
  return (
    <form className="form" method="post" encType="multipart/form-data" action={action} noValidate>
      <FormContext value={{ formId, state, texts }}>
        <FormSummary state={state} labels={labels} formId={formId} texts={texts} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </FormContext>
      <div className="form-actions">
        <button type="submit" className={buttonClass('primary')}>
          {submit}
        </button>
        <Link href={cancelHref} className={buttonClass('quiet')}>
          {texts.cancel}
        </Link>
      </div>
    </form>
  )
}
