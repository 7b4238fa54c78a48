'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

type Props = {
  url: string
  /** Whether the page shows the newest messages. Otherwise new ones are only announced. */
  isNewest: boolean
  /** `counts[n]` announces n + 1 new messages. */
  texts: { counts: readonly string[]; stopped: string }
}

/**
 * Announces new messages politely and lets the page read them, without moving the scroll position or the focus. A hidden page waits
 * until it is visible, so that it does not keep its session alive.
 */
export function LiveMessages({ url, isNewest, texts }: Props) {
  const [text, setText] = useState('')
  const { refresh } = useRouter()
  // The page's own number changes with each refresh; the stream continues from its first one.
  const [firstUrl] = useState(url)
  const isStale = useRef(false)
  const show = useEffectEvent(() => {
    if (!isStale.current || document.visibilityState !== 'visible') return
    isStale.current = false
    if (isNewest) refresh()
  })
  const announce = useEffectEvent((count: number) => {
    setText(texts.counts[Math.min(count, texts.counts.length) - 1] ?? '')
    isStale.current = true
    show()
  })
  const stop = useEffectEvent(() => setText(texts.stopped))
  useEffect(() => {
    const source = new EventSource(firstUrl)
    source.addEventListener('messages', ({ data }: MessageEvent<string>) => announce(countOf(data)))
    source.addEventListener('error', () => source.readyState === EventSource.CLOSED && stop())
    const onVisible = () => show()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      source.close()
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [firstUrl])
  return <p role="status">{text}</p>
}

const countOf = (data: string): number => Number((JSON.parse(data) as { count?: unknown }).count) || 1
