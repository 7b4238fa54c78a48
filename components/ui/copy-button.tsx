'use client'

import { useState } from 'react'
import { useHasScripting } from './use-has-scripting'
import { buttonClass } from './variants'

type Props = { text: string; label: string; copied: string }

/** Copies a text. Without scripting, and where the browser has no clipboard, it is not shown: the text can be selected. */
export function CopyButton({ text, label, copied }: Props) {
  const [isCopied, setIsCopied] = useState(false)
  const canCopy = useHasScripting() && 'clipboard' in navigator
  if (!canCopy) return null
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <button type="button" className={buttonClass('secondary')} onClick={copy}>
      <span aria-live="polite">{isCopied ? copied : label}</span>
    </button>
  )
}
