import { log } from '@/lib/log'
import { register } from './open-streams'

/** What is new after a message: the last number, and how many other people wrote. Null: the viewer may no longer see the conversation. */
export type News = { last: number; count: number } | null

type Options = {
  userId: string
  /** The number of the last message that the page shows. */
  after: number
  /** Checks the session, the permission and the scope again, and then reads what is new. */
  check: (after: number) => Promise<News>
  subscribe: (listen: () => void) => () => void
  heartbeatMs?: number
  lifetimeMs?: number
}

const HEARTBEAT_MS = 25_000
/** Then the browser connects again, with the id of the last event. */
const LIFETIME_MS = 5 * 60_000
const RECONNECT_MS = 2_000

/**
 * Announces new messages of one conversation as server-sent events. Each event is named `messages`, its data is `{count}`, and its id is the
 * number of the last message. It contains no text, because the page reads the messages itself. Each notification and each heartbeat calls `check`; when it returns null the stream ends.
 */
export function conversationStream({
  userId,
  after,
  check,
  subscribe,
  heartbeatMs = HEARTBEAT_MS,
  lifetimeMs = LIFETIME_MS,
}: Options): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = () => undefined as void
  return new ReadableStream({
    start(controller) {
      let last = after
      let isOpen = true
      const send = (text: string) => isOpen && controller.enqueue(encoder.encode(text))
      const look = oneAtATime(async () => {
        if (!isOpen) return
        const news = await check(last)
        if (!news) return end()
        if (news.last > last && news.count > 0)
          send(`id: ${news.last}\nevent: messages\ndata: ${JSON.stringify({ count: news.count })}\n\n`)
        last = Math.max(last, news.last)
      })
      const unsubscribe = subscribe(look)
      const heartbeat = setInterval(() => {
        send(': still here\n\n')
        look()
      }, heartbeatMs)
      const lifetime = setTimeout(() => end(), lifetimeMs)
      end = () => {
        if (!isOpen) return
        isOpen = false
        clearInterval(heartbeat)
        clearTimeout(lifetime)
        unsubscribe()
        unregister()
        controller.close()
      }
      const unregister = register({ userId, end: () => end() })
      send(`retry: ${RECONNECT_MS}\n\n`)
      look()
    },
    cancel: () => end(),
  })
}

/** Runs `work` again after the current run if it was called meanwhile, so that no call is lost and no two run at once. */
function oneAtATime(work: () => Promise<void>): () => void {
  let isRunning = false
  let isWanted = false
  const run = async () => {
    isWanted = true
    if (isRunning) return
    isRunning = true
    try {
      while (isWanted) {
        isWanted = false
        await work()
      }
    } catch (error) {
      log.warn({ err: error }, 'new messages could not be read; the next heartbeat tries again')
    } finally {
      isRunning = false
    }
  }
  return () => void run()
}
