'use client'

import { useEffect } from 'react'

type Focused = { element: HTMLElement; ids: string[]; path: string }

/**
 * Gives the focus back when a page is redrawn and the focused control is replaced: to the control with the same id, or
 * else to the nearest of its former ancestors that has an id. It never moves to a control that does something else.
 */
export function KeepFocus() {
  useEffect(() => {
    // Somebody may have moved the focus before the scripts of the page were ready.
    let last = describeFocus(document.activeElement)
    const forget = () => void (last = null)
    const remember = ({ target }: FocusEvent) => void (last = describeFocus(target))
    const redrawn = new MutationObserver(() => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return
      if (last.path === location.pathname) focusFirst(last.ids)
      else forget()
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

/**
 * `ids` are the control's own, that of the element it controls, and those of its ancestors, nearest first. A control
 * without an id cannot be found again.
 */
function describeFocus(element: EventTarget | null): Focused | null {
  if (!(element instanceof HTMLElement) || !element.id) return null
  const ids: string[] = [element.id]
  const controlled = element.getAttribute('aria-controls')
  if (controlled) ids.push(controlled)
  for (let at = element.parentElement; at; at = at.parentElement) if (at.id) ids.push(at.id)
  return { element, ids, path: location.pathname }
}

function focusFirst(ids: string[]): void {
  for (const id of ids) {
    const element = document.getElementById(id)
    if (!element) continue
    element.focus({ preventScroll: true })
    if (document.activeElement !== element && !element.hasAttribute('tabindex')) element.tabIndex = -1
    element.focus({ preventScroll: true })
    // A closed popover cannot take the focus.
    if (document.activeElement === element) return
  }
}
