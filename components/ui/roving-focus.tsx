'use client'

import { useEffect } from 'react'

type Props = {
  /** The id of the element around the buttons. */
  groupId: string
  /** The position of the button that the Tab key reaches. */
  current: number
}

/** Makes the buttons of a group one stop of the Tab key, and lets the arrow keys move between them. Without scripting each is a stop. */
export function RovingFocus({ groupId, current }: Props) {
  // The buttons may be static HTML, which a refresh replaces, so this runs after every rendering.
  useEffect(() => {
    const group = document.getElementById(groupId)
    const buttons = [...(group?.querySelectorAll('button') ?? [])]
    const choose = (chosen: number) => buttons.forEach((button, at) => (button.tabIndex = at === chosen ? 0 : -1))
    const move = (event: KeyboardEvent) => {
      const to = positionAfter(
        event.key,
        buttons.findIndex((button) => button === event.target),
        buttons.length,
      )
      const button = to === undefined ? undefined : buttons[to]
      if (to === undefined || !button) return
      event.preventDefault()
      choose(to)
      button.focus()
    }
    choose(current)
    group?.addEventListener('keydown', move)
    return () => group?.removeEventListener('keydown', move)
  })
  return null
}

function positionAfter(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return at + 1
  if (key === 'ArrowLeft' || key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
