import { cacheSignal } from 'react'

/**
 * Lets a finished render be garbage-collected. React ends every render by aborting its cache signal with an error. Until something reads
 * the error's stack, V8 keeps the objects of its frames, and through Node's list of immediates all renders that overlapped with this one:
 * the heap then grows for as long as requests overlap (nodejs/node#66129, react/react#37288, docs/decisions/019).
 */
export function releaseRenderWhenDone(): void {
  const signal = cacheSignal()
  signal?.addEventListener('abort', () => void readStack(signal.reason), { once: true })
}

const readStack = (reason: unknown) => reason instanceof Error && reason.stack
