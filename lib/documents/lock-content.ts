import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'

/** Holds everyone else's changes to this content off until the transaction ends: none may come to stand on bytes that are going. */
export async function lockContent(tx: Db, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 7264203))`)
}
