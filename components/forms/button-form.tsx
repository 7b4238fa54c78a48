'use client'

import { catchError, type ErrorInfo } from 'next/error'
import { use, useEffect, useEffectEvent, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { Toast } from '@/components/ui/toast'
import { HiddenFields } from './hidden-fields'
import { SendFailureTexts } from './send-failure-texts'

type Props = {
  action: (form: FormData) => Promise<void>
  /** Buttons outside the form join it by this id in their `form` attribute. */
  id?: string
  /** Sent with whichever button is pressed. */
  fields?: Record<string, string | undefined>
  children?: ReactNode
}

/**
 * One form for the small buttons of a page that run the same action: each button sends its own name and value. The
 * buttons may be static HTML. When the network fails, a message says so and the page stays as it is.
 */
export function ButtonForm(props: Props) {
  const [hasFailed, setHasFailed] = useState(false)
  const texts = use(SendFailureTexts)
  return (
    <>
      <CatchFailure onFailure={() => setHasFailed(true)}>
        <SingleForm {...props} onSend={() => setHasFailed(false)} />
      </CatchFailure>
      {hasFailed && texts && <Toast tone="bad" {...texts} />}
    </>
  )
}

function SingleForm({ action, id, fields = {}, children, onSend }: Props & { onSend: () => void }) {
  const form = useRef<HTMLFormElement>(null)
  const isBusy = useRef(false)
  useIgnoredDoubleClicks(form)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (isBusy.current) return event.preventDefault()
    isBusy.current = true
    onSend()
    submitterOf(event)?.closest<HTMLElement>('[popover]:popover-open')?.hidePopover()
  }
  return (
    <form ref={form} id={id} action={action} className="contents" onSubmit={submit}>
      <HiddenFields values={fields} />
      {children}
      <Answered onAnswer={() => (isBusy.current = false)} />
    </form>
  )
}

const submitterOf = ({ nativeEvent }: FormEvent) => (nativeEvent as SubmitEvent).submitter

/** Calls `onAnswer` after the answer has been rendered. */
function Answered({ onAnswer }: { onAnswer: () => void }) {
  const { pending } = useFormStatus()
  const answered = useEffectEvent(onAnswer)
  useEffect(() => {
    if (!pending) answered()
  }, [pending])
  return null
}

/** The second click of a double click could already hit the button that took the place of the first one. */
function useIgnoredDoubleClicks(form: { current: HTMLFormElement | null }) {
  useEffect(() => {
    const ignore = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null
      if (event.detail > 1 && button?.form === form.current) event.preventDefault()
    }
    document.addEventListener('click', ignore)
    return () => document.removeEventListener('click', ignore)
  }, [form])
}

const CatchFailure = catchError(({ onFailure }: { onFailure: () => void }, { reset }: ErrorInfo) => (
  <Recover onFailure={onFailure} reset={reset} />
))

/** Reports the failure and draws the form again at once. */
function Recover({ onFailure, reset }: { onFailure: () => void; reset: () => void }) {
  const recover = useEffectEvent(() => {
    onFailure()
    reset()
  })
  useEffect(() => recover(), [])
  return null
}
