import { createHash } from 'node:crypto'
import { lockFor } from '@/db/advisory-locks'
import type { imports, importReviews } from '@/db/schema'
import { lockTaxIds } from '@/lib/customers/lock-tax-ids'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { decideBatch, type DecidedRow, type Decision, type NumberedCustomer } from '../batch/decide'
import { findBatch } from '../batch/found'
import { readRow } from '../row/read-row'
import type { CustomerPlan } from '../row/types'

type File = Pick<typeof imports.$inferSelect, 'source'>
export type Review = typeof importReviews.$inferSelect

export type Evaluated = {
  numbered: NumberedCustomer
  decision: Decision
  decided: DecidedRow
  /** Identifies the customer and the changes that a person saw; another value means that the customer has changed since. */
  seen: string
}

/**
 * What accepting a waiting row would do now. With `lock`, the customer stays locked until the transaction ends, so that the answer stays
 * true while it is written.
 */
export async function evaluate(
  ctx: WriteCtx,
  file: File,
  plan: CustomerPlan,
  { row, cells }: Pick<Review, 'row' | 'cells'>,
  lock: boolean,
): Promise<Evaluated> {
  const numbered = { row, cells, ...readRow(cells, plan) }
  const { candidate } = numbered
  if (lock) {
    await ctx.db.execute(lockFor('imports'))
    await lockTaxIds(ctx.db, candidate.document ? [candidate.document] : [])
  }
  const found = await findBatch(ctx.db, { candidates: [candidate], fingerprints: [], source: file.source, lock })
  const decision = decideBatch([numbered], found, { repeat: false, accepted: true, ids: idsOf(ctx) })
  const decided = decision.rows[0]!
  return { numbered, decision, decided, seen: digestOf(decided) }
}

function digestOf({ outcome, customer, changes, reasons }: DecidedRow): string {
  const shown = [outcome, customer?.created ? null : customer?.id, changes, reasons]
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32)
}
