'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Fetches the page again while something on it moves. Without scripting, a meta refresh does; it names the page, for an
 * address with a fragment would only be scrolled to.
 */
export function Refresher({ seconds, path }: { seconds: number; path: string }) {
  const { refresh } = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && refresh(), seconds * 1000)
    return () => clearInterval(timer)
  }, [refresh, seconds])
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`${seconds};url=${path}`} />
    </noscript>
  )
}
