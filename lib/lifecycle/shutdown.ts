import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '@/lib/env'
import { stopWorker } from '@/lib/jobs/worker'
import { log } from '@/lib/log'
import { requestsInFlight, startDraining, watchRequests } from './draining'

const LIMIT_MS = 12_000

/** On SIGTERM: `/readyz` turns, requests are served for a while yet, running jobs go back to their queue, then the end. */
export function drainOnSignal(): void {
  watchRequests()
  process.once('SIGTERM', shutDown)
  process.once('SIGINT', shutDown)
}

async function shutDown(signal: NodeJS.Signals): Promise<void> {
  log.info({ signal }, 'draining')
  startDraining()
  const deadline = Date.now() + LIMIT_MS
  await sleep(env().DRAIN_SECONDS * 1000)
  await stopWorker().catch((error: unknown) => log.error({ err: error }, 'the worker did not stop'))
  while (requestsInFlight() > 0 && Date.now() < deadline) await sleep(50)
  process.exit(0)
}
