import { useEffect, useState } from 'react'

type Suggestion = { id: string; name: string; detail: string; match: string }
/** `note`: why nothing was searched, or how to type the value. `register`: the label of the button that registers the text as a customer. */
type Answer = {
  hits: Suggestion[]
  more: boolean
  note?: string | null
  register?: string | null
  failed?: boolean
}
export type Suggestions = Answer & { state: 'idle' | 'loading' | 'ready' | 'failed' }

const NOTHING: Answer = { hits: [], more: false }
const PAUSE_MS = 120
/** Numbers and addresses are searched by whole values only, so a longer pause saves searches for parts of them. */
const PAUSE_IN_VALUE_MS = 400
const VALUE = /@|\d\D*\d\D*\d/
const SHORTEST = 2

/**
 * The suggestions for a text, fetched shortly after the last key. Outdated answers are dropped; the list changes when
 * the next answer arrives.
 */
export function useSuggestions(q: string, type: string, open: boolean): Suggestions {
  const [last, setLast] = useState({ query: '', answer: NOTHING })
  const text = q.trim()
  const query = open && text.length >= SHORTEST ? new URLSearchParams({ q: text, type }).toString() : ''
  useEffect(() => {
    if (!query) return
    const request = new AbortController()
    const timer = setTimeout(
      async () => {
        const answer = await suggest(query, request.signal)
        if (!request.signal.aborted) setLast({ query, answer })
      },
      VALUE.test(text) ? PAUSE_IN_VALUE_MS : PAUSE_MS,
    )
    return () => {
      clearTimeout(timer)
      request.abort()
    }
  }, [query, text])
  if (!query) return { ...NOTHING, state: 'idle' }
  if (last.query !== query) return { ...last.answer, state: 'loading' }
  return { ...last.answer, state: last.answer.failed ? 'failed' : 'ready' }
}

async function suggest(query: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(`/api/customers/suggest?${query}`, { signal })
    return response.ok ? ((await response.json()) as Answer) : { ...NOTHING, failed: true }
  } catch {
    return { ...NOTHING, failed: true }
  }
}
