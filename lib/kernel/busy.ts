import { log } from '@/lib/log'
import { fail, type Result } from './result'

/** Lock timeout, statement timeout, deadlock, serialization failure, and no connection or place in time (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const BUSY_CODES = ['55P03', '57014', '40P01', '40001', '53300']
/** The timeout errors of pg-pool have no code. */
const POOL_TIMEOUT = /timeout exceeded when trying to connect|connection timeout/i

/** Whether the database did not respond in time, so that the same request may succeed a moment later. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && BUSY_CODES.includes(String(error.code))) return true
  return POOL_TIMEOUT.test(error.message) || isBusy(error.cause)
}

/** Turns an error of a busy database, after which everything was rolled back, into the refusal `busy`. Rethrows other errors. */
export async function busyAsFailure<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (!isBusy(error)) throw error
    log.warn({ err: error }, 'the database was busy')
    return fail({ kind: 'busy' })
  }
}
