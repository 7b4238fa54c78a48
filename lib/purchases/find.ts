import { sql } from 'drizzle-orm'
import type { WriteCtx } from '@/lib/kernel/context'

/** The purchase or credit that an external id names: the record it belongs to, its id, and the currency of its amounts. */
export type Owned = { customerId: string; id: string; currency: string }

export type OwnedRows = { purchases: ReadonlyMap<string, Owned>; credits: ReadonlyMap<string, Owned> }

/**
 * Finds the purchases and credits of a source by their external ids. The caller reads them, locks the groups of their customers, and then
 * writes the batch.
 */
export async function findOwnedRows(
  { db }: Pick<WriteCtx, 'db'>,
  source: string,
  externalIds: { purchases: readonly string[]; credits: readonly string[] },
): Promise<OwnedRows> {
  const { rows } = await db.execute<{ kind: string; key: string; customer: string; id: string; currency: string }>(sql`
    select k.kind, k.external_id as key, k.customer_id as customer, k.row_id as id, coalesce(p.currency, c.currency) as currency
    from purchase_keys k
    left join purchases p on k.kind = 'purchase' and p.customer_id = k.customer_id and p.id = k.row_id
    left join credits c on k.kind = 'credit' and c.customer_id = k.customer_id and c.id = k.row_id
    where k.source = ${source} and (
      (k.kind = 'purchase' and k.external_id = any(${sql.param([...externalIds.purchases])}::text[])) or
      (k.kind = 'credit' and k.external_id = any(${sql.param([...externalIds.credits])}::text[])))`)
  const ofKind = (wanted: string) =>
    new Map(
      rows
        .filter(({ kind }) => kind === wanted)
        .map(({ key, customer, id, currency }) => [key, { customerId: customer, id, currency }]),
    )
  return { purchases: ofKind('purchase'), credits: ofKind('credit') }
}
