import type { WriteCtx } from '@/lib/kernel/context'
import type { BatchOutcome, PurchaseBatch, WrittenRow } from './batch'

/** The purchase or credit that an external id names: the record it belongs to, its id, and the currency of its amounts. */
export type Owned = { customerId: string; id: string; currency: string }

export type OwnedRows = { purchases: ReadonlyMap<string, Owned>; credits: ReadonlyMap<string, Owned> }

/**
 * Finds the purchases and credits of a source by their external ids. The caller reads them, locks the groups of their customers, and then
 * writes the batch.
 */
export async function findOwnedRows(
  _ctx: Pick<WriteCtx, 'db'>,
  _source: string,
  _externalIds: { purchases: readonly string[]; credits: readonly string[] },
): Promise<OwnedRows> {
  throw new Error('Not written yet.')
}

/**
 * Inserts or updates purchases with everything that belongs to them, for customers whose groups the caller has locked, with a few
 * statements for any number of rows. The same batch changes nothing the second time. Totals without a source follow the items, and
 * the customer's last purchase follows the newest one. The caller checks the permission and writes the history.
 */
export async function writePurchases(_ctx: WriteCtx, _source: string, _batch: PurchaseBatch): Promise<BatchOutcome> {
  throw new Error('Not written yet.')
}

/**
 * Gives rows their values from before a batch, and deletes those that it created, under the locks of their groups. A row that was changed
 * since, or that other rows refer to, stays. Returns the rows that stay.
 */
export async function takeBackPurchases(_ctx: WriteCtx, _rows: readonly WrittenRow[]): Promise<WrittenRow[]> {
  throw new Error('Not written yet.')
}
