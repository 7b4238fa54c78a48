import { setTimeout as sleep } from 'node:timers/promises'

const ATTEMPTS_MAX = 5
const WAIT_MS_MAX = 20

/** Deadlock and serialization failure (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const RETRIED_CODES = ['40P01', '40001']

/** What a transaction read has changed meanwhile: it starts again, which releases its locks. */
export class ReadChanged extends Error {
  readonly code = '40001'
}

/** Runs a transaction again from its start when another one was in its way. Everything of the failed attempt was rolled back. */
export async function retryConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !isConflict(error)) throw error
      await sleep(Math.random() * WAIT_MS_MAX)
    }
  }
}

const isConflict = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && RETRIED_CODES.includes(String(error.code))) || isConflict(error.cause))
