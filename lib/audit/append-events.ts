import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import type { ChainRow } from './chain'

/**
 * Appends rows to their chains, in their order, by the database's own function: the application's role can neither insert events nor move
 * heads. The function locks the chains in the order of customers.
 */
export async function appendEvents(db: Primary, rows: readonly ChainRow[]): Promise<void> {
  const column = <T>(of: (row: ChainRow) => T) => sql.param(rows.map(of))
  await db.execute(sql`select append_audit_events(
    ${column((row) => row.customerId)}::uuid[], ${column((row) => row.at.toISOString())}::timestamptz[],
    ${column((row) => row.actorId)}::uuid[], ${column((row) => row.event)}::text[], ${column((row) => row.subject)}::text[],
    ${column((row) => row.sealed)}::bytea[], ${column((row) => row.details)}::text[], ${column((row) => row.requestId)}::text[])`)
}
