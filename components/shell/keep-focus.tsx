'use client'

import { useEffect } from 'react'

type Focused = { element: HTMLElement; ids: string[]; path: string }

/**
 * Moves the focus when the focused control disappears, so that it never falls back to the start of the page. On the same page
 * it goes to the control with the same id, or else to the nearest of its former ancestors that has an id, or to the button of its popover; it never moves to a control
 * that does something else. On another page it goes to the element in the hash of the URL, such as a changed row, or to the content.
 */
export function KeepFocus() {
  useEffect(() => {
    // Somebody may have moved the focus before the scripts of the page were ready.
    let last = describeFocus(document.activeElement)
    const forget = () => void (last = null)
    const remember = ({ target }: FocusEvent) => void (last = describeFocus(target))
    const redrawn = new MutationObserver(() => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return
      focusFirst(last.path === location.pathname ? last.ids : idsOfPage())
    })
    document.addEventListener('pointerdown', forget)
    document.addEventListener('focusin', remember)
    redrawn.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('pointerdown', forget)
      document.removeEventListener('focusin', remember)
      redrawn.disconnect()
    }
  }, [])
  return null
}

/** `ids` are the control's own, that of the element it controls, and those of its ancestors, nearest first. */
function describeFocus(element: EventTarget | null): Focused | null {
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const ids = [element.id, element.getAttribute('aria-controls')].filter((id): id is string => Boolean(id))
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.id) ids.push(at.id)
    if (at.id && at.popover) ids.push(...buttonsOf(at.id))
  }
  return { element, ids, path: location.pathname }
}

/** The ids of the buttons that open a popover: a popover is closed when it is drawn again. */
const buttonsOf = (popoverId: string) =>
  [...document.querySelectorAll(`[popovertarget="${popoverId}"]`)].map(({ id }) => id).filter(Boolean)

const idsOfPage = () => [decodeURIComponent(location.hash.slice(1)), 'content']

function focusFirst(ids: string[]): void {
  for (const id of ids) {
    const element = id ? document.getElementById(id) : null
    if (!element) continue
    element.focus({ preventScroll: true })
    if (document.activeElement !== element && !element.hasAttribute('tabindex')) element.tabIndex = -1
    element.focus({ preventScroll: true })
    // A closed popover cannot take the focus.
    if (document.activeElement === element) return
  }
}
