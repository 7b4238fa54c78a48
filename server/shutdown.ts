import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Middleware } from './exchange'
import { stopWorker } from './worker'

/** Of the whole shutdown. */
const LIMIT_MS = 12_000
const POLL_MS = 50

let draining = false

export const isDraining = () => draining

export const startDraining = () => {
  draining = true
}

/** While draining, each answer is the last one of its connection. */
export const closeWhileDraining: Middleware = ({ response }, next) => {
  if (draining) response.setHeader('connection', 'close')
  return next()
}

/**
 * On SIGTERM or SIGINT `/readyz` turns to 503, requests are served for `DRAIN_SECONDS` longer, running jobs go back to their
 * queue, requests in progress are finished, and the process ends.
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
  const stopped = stopWorker().catch((error: unknown) => log.error({ err: error }, 'the worker did not stop'))
  await Promise.race([Promise.all([stopped, closed(server)]), limit])
  process.exit(0)
}

/** Resolves when the last request is answered and its connection closed. */
function closed(server: Server): Promise<void> {
  // A connection whose request was in progress at the signal becomes idle after its answer.
  const timer = setInterval(() => server.closeIdleConnections(), POLL_MS)
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(timer)
      resolve()
    })
  })
}
