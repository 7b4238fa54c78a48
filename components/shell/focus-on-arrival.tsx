'use client'

import { useEffect } from 'react'

/** Moves the focus to an element when it is rendered, such as the heading of search results. Give it a key that changes with the results. */
export function FocusOnArrival({ id }: { id: string }) {
  useEffect(() => document.getElementById(id)?.focus({ preventScroll: true }), [id])
  return null
}
