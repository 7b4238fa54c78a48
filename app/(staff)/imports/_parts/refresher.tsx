'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Fetches the page again while something on it moves. Without scripting, a meta refresh does. */
export function Refresher({ seconds }: { seconds: number }) {
  const { refresh } = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && refresh(), seconds * 1000)
    return () => clearInterval(timer)
  }, [refresh, seconds])
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds)} />
    </noscript>
  )
}
