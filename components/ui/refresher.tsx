'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Reloads the page while a job is running. Without scripting a meta refresh does; it names the URL, because a refresh of a URL with a fragment would only scroll.
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
