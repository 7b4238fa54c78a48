'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'
import { PRESS_HEADER, PRESS_TO_HEADER } from '@/lib/http/press'

/** Listens once for every `PressForm`: the change is made and shown without loading the page anew. */
export function Presses() {
  const router = useRouter()
  useEffect(() => {
    const press = async (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || !form.matches('[data-press]') || event.defaultPrevented) return
      event.preventDefault()
      if (form.ariaBusy) return
      form.ariaBusy = 'true'
      const to = await send(form, event.submitter)
      form.ariaBusy = null
      if (!to) return location.reload()
      form.closest<HTMLElement>('[popover]:popover-open')?.hidePopover()
      startTransition(() => {
        if (!isHere(to)) router.push(to, { scroll: false })
        router.refresh()
      })
    }
    const heard = (event: SubmitEvent) => void press(event)
    document.addEventListener('submit', heard)
    return () => document.removeEventListener('submit', heard)
  }, [router])
  return null
}

/** Where it leads (server/press-redirect.ts); null when it was not done: the page itself then says how things stand. */
async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<string | null> {
  const init = { method: 'POST', body: new FormData(form, submitter), headers: { [PRESS_HEADER]: '1' } }
  const answer = await fetch(location.href, init).catch(() => null)
  return answer?.headers.get(PRESS_TO_HEADER) ?? null
}

function isHere(to: string): boolean {
  const { pathname, search } = new URL(to, location.href)
  return pathname + search === location.pathname + location.search
}
