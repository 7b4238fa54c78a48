'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'

type Texts = { label: string; by: string; placeholder: string; types: { value: string; label: string }[] }

/** The one box to find a customer: a plain GET form. `/` brings the keyboard to it from anywhere but a field. */
export function SearchForm({ texts }: { texts: Texts }) {
  const asked = useSearchParams()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
      event.preventDefault()
      box.current?.select()
    }
    document.addEventListener('keydown', jump)
    return () => document.removeEventListener('keydown', jump)
  }, [])
  const q = asked.get('q') ?? ''
  const type = asked.get('type') ?? 'all'
  return (
    <form className="search" action="/customers" role="search" key={`${type} ${q}`}>
      <select name="type" aria-label={texts.by} defaultValue={type}>
        {texts.types.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <input ref={box} type="search" name="q" defaultValue={q} aria-label={texts.label} placeholder={texts.placeholder} autoComplete="off" spellCheck={false} maxLength={200} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}
