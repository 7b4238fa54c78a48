import { trustOnlyThePeer } from '@/lib/auth/peer-address'
import { env } from '@/lib/env'
import { startWorker } from '@/lib/jobs/worker'
import { log } from '@/lib/log'
import { answerProbesOnly, prepareArrivals } from './arrivals'
import { logTheConsole } from './console'
import { followResponses } from './response-status'
import { drainOnSignal } from './shutdown'

/** Refuses to start on a bad environment, then starts what runs beside the requests. */
export async function boot(): Promise<void> {
  try {
    env()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(78)
  }
  if (env().NODE_ENV === 'production') logTheConsole(log)
  trustOnlyThePeer()
  if (env().WORKER === 'only') answerProbesOnly()
  prepareArrivals()
  followResponses()
  if (process.env.NEXT_MANUAL_SIG_HANDLE) drainOnSignal()
  if (env().WORKER !== 'off')
    startWorker().catch((error: unknown) => log.error({ err: error }, 'the worker did not start'))
}
