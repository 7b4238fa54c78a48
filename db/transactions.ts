import { AsyncLocalStorage } from 'node:async_hooks'
import { log } from '@/lib/log'

type Transaction = { open: boolean }

// Next loads this module more than once; all copies must share one storage.
const shared = globalThis as typeof globalThis & { retratoTransactions?: AsyncLocalStorage<Transaction> }
const transactions = () => (shared.retratoTransactions ??= new AsyncLocalStorage())

/** Runs `work` and marks everything it calls as being inside a transaction, until `work` ends. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const transaction = { open: true }
  try {
    return await transactions().run(transaction, work)
  } finally {
    // A timer or a connection that was opened meanwhile inherits this context and outlives the transaction.
    transaction.open = false
  }
}

export const isInsideTransaction = (): boolean => transactions().getStore()?.open === true

/**
 * Adapters of slow systems (PDF processes, file storage, mail, SMS) call this first: a transaction occupies a connection and locks, so it
 * must not wait for them. Throws in tests and in development; in production it logs the mistake and lets the work go on.
 */
export function assertOutsideTransaction(adapter: string): void {
  if (!isInsideTransaction()) return
  const error = new Error(`${adapter} was called inside a transaction`)
  if (process.env.NODE_ENV !== 'production') throw error
  log.error({ err: error, adapter }, 'an adapter was called inside a transaction')
}
