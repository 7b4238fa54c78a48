'use client'

import { useState, useSyncExternalStore, type FormEvent } from 'react'
import { buttonClass } from '@/components/ui/variants'

type Props = {
  action: string
  result: string
  texts: { file: string; hint: string; hintPlain: string; submit: string; hashing: string }
}

const never = () => () => {}
/** Set after hydration, and only in a secure context. */
const useHashes = () =>
  useSyncExternalStore(
    never,
    () => Boolean(globalThis.crypto?.subtle),
    () => false,
  )

/**
 * Hashes the chosen file in the browser, so that it is never uploaded. Without scripting the form uploads it, and the
 * server hashes it.
 */
export function FileCheck({ action, result, texts }: Props) {
  const hashes = useHashes()
  const [busy, setBusy] = useState(false)
  const check = async (event: FormEvent<HTMLFormElement>) => {
    const file = event.currentTarget.querySelector('input')?.files?.[0]
    if (!hashes || !file) return
    event.preventDefault()
    setBusy(true)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    location.assign(`${result}${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`)
  }
  return (
    <form
      className="form"
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => void check(event)}
    >
      <div className="field">
        <label className="field-label" htmlFor="verify-file">
          {texts.file}
        </label>
        <input
          className="control"
          id="verify-file"
          type="file"
          name="file"
          accept="application/pdf"
          required
          aria-describedby="verify-file-hint"
        />
        <span className="field-hint" id="verify-file-hint">
          {hashes ? texts.hint : texts.hintPlain}
        </span>
      </div>
      <div className="form-actions">
        <button className={buttonClass('primary')} aria-disabled={busy}>
          {busy ? texts.hashing : texts.submit}
        </button>
      </div>
    </form>
  )
}
