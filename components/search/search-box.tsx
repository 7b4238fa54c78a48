'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { startRegistrationAction } from '@/lib/registration/actions'
import { optionCount, optionId, SuggestionList, type SuggestionTexts } from './suggestion-list'
import { useSuggestions } from './use-suggestions'

export type SearchTexts = {
  label: string
  by: string
  placeholder: string
  types: { value: string; label: string }[]
  suggestions: SuggestionTexts
}

/** The search box for customers: a plain GET form. With scripting it suggests customers while the user types. */
export function SearchBox({ texts }: { texts: SearchTexts }) {
  const asked = useSearchParams()
  const q = asked.get('q') ?? ''
  const type = asked.get('type') ?? 'all'
  return <Box key={`${type} ${q}`} q={q} type={type} texts={texts} />
}

function Box({ q, type, texts }: { q: string; type: string; texts: SearchTexts }) {
  const list = useId()
  const registerForm = useId()
  const box = useFocusOnSlash()
  const [text, setText] = useState(q)
  const [by, setBy] = useState(type)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const found = useSuggestions(text, by, open)
  const shown = open && found.state !== 'idle'
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const router = useRouter()
  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    close()
    router.push(hrefOf(by, text))
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && shown) event.preventDefault()
    if (event.key === 'Escape') close()
    if (event.key === 'Enter' && shown && active >= 0) {
      event.preventDefault()
      document.getElementById(optionId(list, active))?.click()
      close()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    event.preventDefault()
    setOpen(true)
    setActive((at) => turn(at + step, optionCount(found)))
  }
  return (
    <>
      <form className="search" action="/customers" role="search" onSubmit={find}>
        <select name="type" aria-label={texts.by} defaultValue={type} onChange={(event) => setBy(event.target.value)}>
          {texts.types.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <input
          ref={box}
          type="search"
          name="q"
          defaultValue={q}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            setActive(-1)
          }}
          onKeyDown={press}
          onBlur={close}
          role="combobox"
          aria-label={texts.label}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={list}
          aria-activedescendant={shown && active >= 0 ? optionId(list, active) : undefined}
          placeholder={texts.placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
        />
        <kbd aria-hidden="true">/</kbd>
        {shown && (
          <SuggestionList
            id={list}
            found={found}
            active={active}
            onActive={setActive}
            allHref={hrefOf(by, text)}
            registerForm={registerForm}
            texts={texts.suggestions}
          />
        )}
      </form>
      {found.register && (
        <ButtonForm id={registerForm} action={startRegistrationAction} fields={{ q: text, type: by }} />
      )}
    </>
  )
}

const hrefOf = (type: string, q: string) => `/customers?${new URLSearchParams({ type, q })}`

/** The next option of the arrow keys. After the last one it is the typed text (-1), then the first one again. */
const turn = (at: number, count: number) => (at >= count ? -1 : at < -1 ? count - 1 : at)

/** `/` moves the focus to the box, unless the focus is in a field. */
function useFocusOnSlash() {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const jump = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
      event.preventDefault()
      box.current?.select()
    }
    document.addEventListener('keydown', jump)
    return () => document.removeEventListener('keydown', jump)
  }, [])
  return box
}
