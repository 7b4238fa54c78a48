import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'

type Document = { type: string; number: string }

/**
 * Keeps these documents for the rest of the transaction, so that two people, or a person and an import, cannot register one at once.
 * Always in the same order, so that two transactions wait for each other in one direction only.
 */
export async function lockTaxIds(tx: Db, documents: readonly Document[]): Promise<void> {
  if (!documents.length) return
  const keys = documents.map(({ type, number }) => `${type}:${number}`)
  await tx.execute(sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(k, 0) as key from unnest(${sql.param(keys)}::text[]) k order by 1 offset 0
    ) ordered`)
}
