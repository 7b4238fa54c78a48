import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '@/lib/env'
import { endStreams } from '@/lib/conversations/live/open-streams'
import { log } from '@/lib/log'
import type { Middleware } from './exchange'
import { stopWorker } from './worker'

/** The time limit for the whole shutdown. */
const LIMIT_MS = 12_000
const POLL_MS = 50

let draining = false

export const isDraining = () => draining

export const startDraining = () => {
  draining = true
}

/** While draining, asks clients to close their connection after each answer. */
export const closeWhileDraining: Middleware = ({ response }, next) => {
  if (draining) response.setHeader('connection', 'close')
  return next()
}

/**
 * On SIGTERM or SIGINT: `/readyz` answers 503, requests are served for another `DRAIN_SECONDS`, running jobs return to their queue,
 * event streams end, requests in progress are completed, and the process exits.
 */
export function drainOnSignal(server: Server): void {
  process.once('SIGTERM', (signal) => void shutDown(server, signal))
  process.once('SIGINT', (signal) => void shutDown(server, signal))
}

async function shutDown(server: Server, signal: NodeJS.Signals): Promise<void> {
  log.info({ signal }, 'draining')
  startDraining()
  const limit = sleep(LIMIT_MS)
  await sleep(env().DRAIN_SECONDS * 1000)
  endStreams()
  const stopped = stopWorker().catch((error: unknown) => log.error({ err: error }, 'the worker did not stop'))
  await Promise.race([Promise.all([stopped, closeServer(server)]), limit])
  process.exit(0)
}

/** Closes the server; resolves when the last request is answered and its connection is closed. */
function closeServer(server: Server): Promise<void> {
  // A connection with a request in progress becomes idle only after the answer.
  const timer = setInterval(() => server.closeIdleConnections(), POLL_MS)
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(timer)
      resolve()
    })
  })
}
