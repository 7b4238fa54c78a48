'use client'

import { useEffect, useRef, useState } from 'react'
import { withOptOutText } from '@/lib/sending/with-opt-out'
import { fillIn, type Fill } from '@/lib/sending/render'
import { smsWords, type SmsTexts } from './sms-words'

type Props = {
  /** The text of each message that the form offers, by its id; null if the form has a field for the text. */
  templates: Record<string, string> | null
  /** The values of the placeholders; the titles of the ticked documents replace `documents`. */
  fill: Fill
  titles?: Record<string, string>
  optOut: string | null
  /** The text before anything is changed, which is what counts without scripting. */
  initial: string
  texts: SmsTexts
}

/** Shows in how many parts the SMS of a form is sent. With scripting it follows every change of the form. */
export function SmsCount({ initial, texts, ...composed }: Props) {
  const place = useRef<HTMLParagraphElement>(null)
  const [text, setText] = useState(initial)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const count = () => setText(textOf(form, composed) ?? initial)
    form.addEventListener('input', count)
    return () => form.removeEventListener('input', count)
  })
  return (
    <p ref={place} className="field-hint" aria-live="polite">
      {smsWords(text, texts)}
    </p>
  )
}

function textOf(form: HTMLFormElement, { templates, fill, titles, optOut }: Omit<Props, 'initial' | 'texts'>) {
  const data = new FormData(form)
  const template = templates
    ? templates[String(data.get('messageId') ?? data.get('journeyMessageId'))]
    : data.get('body')
  if (typeof template !== 'string') return null
  const documents = titles ? data.getAll('documents[]').flatMap((id) => titles[String(id)] ?? []) : fill.documents
  return withOptOutText(fillIn(template, { ...fill, documents }), optOut)
}
