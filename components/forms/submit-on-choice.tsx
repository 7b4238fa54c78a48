'use client'

import { useEffect } from 'react'

/**
 * Submits the form of a `select` with `data-submit`, the id of a button, as soon as something is chosen with the mouse or a finger. With
 * the keyboard every arrow key chooses, so there Enter submits, or the button.
 */
export function SubmitOnChoice() {
  useEffect(() => {
    let byKeyboard = false
    const onPointer = () => void (byKeyboard = false)
    const onKey = (event: KeyboardEvent) => {
      byKeyboard = true
      const button = event.key === 'Enter' ? buttonOf(event.target) : null
      if (!button) return
      event.preventDefault()
      submitBy(button)
    }
    const onChange = ({ target }: Event) => {
      const button = byKeyboard ? null : buttonOf(target)
      if (button) submitBy(button)
    }
    document.addEventListener('pointerdown', onPointer, true)
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('change', onChange)
    return () => {
      document.removeEventListener('pointerdown', onPointer, true)
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('change', onChange)
    }
  }, [])
  return null
}

function buttonOf(target: EventTarget | null): HTMLButtonElement | null {
  if (!(target instanceof HTMLSelectElement) || !target.dataset.submit) return null
  const button = document.getElementById(target.dataset.submit)
  return button instanceof HTMLButtonElement ? button : null
}

const submitBy = (button: HTMLButtonElement) => button.form?.requestSubmit(button)
