import { sql } from 'drizzle-orm'
import { ADVISORY_LOCKS } from '@/db/advisory-locks'
import type { Primary } from '@/db/handles'

type Document = { type: string; number: string }

/**
 * Locks these tax ids until the transaction ends, so that two people, or a person and an import, cannot register one at the same time.
 * Locks them in one order, so that two transactions cannot wait for each other.
 */
export async function lockTaxIds(tx: Primary, documents: readonly Document[]): Promise<void> {
  if (!documents.length) return
  const keys = documents.map(({ type, number }) => `${type}:${number}`)
  await tx.execute(sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(k, ${ADVISORY_LOCKS.taxIds}) as key from unnest(${sql.param(keys)}::text[]) k order by 1 offset 0
    ) ordered`)
}
