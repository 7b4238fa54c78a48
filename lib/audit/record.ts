import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { GENESIS, rowDigest, type ChainRow } from './chain'
import { SYSTEM_CHAIN, type AuditEvent } from './events'
import { customerKey, seal } from './seal'

export type Values = Record<string, unknown>

export type AuditEntry = {
  event: AuditEvent
  /** Null: the chain of what has no customer. */
  customerId: string | null
  subject?: string
  /** Personal values old and new, sealed with the customer's key. */
  before?: Values | null
  after?: Values | null
  /** What is not personal; readable without a key. */
  details?: Values
}

export type Actor = { userId: string | null; requestId: string | null; now: Date }

/** Writes one event at its chain's end. Call it inside the transaction of the change it tells of. */
export async function record(db: Db, actor: Actor, entry: AuditEntry): Promise<void> {
  const row: ChainRow = {
    customerId: entry.customerId ?? SYSTEM_CHAIN,
    at: actor.now,
    actorId: actor.userId,
    event: entry.event,
    subject: entry.subject ?? null,
    ...(await body(db, entry)),
    requestId: actor.requestId,
  }
  const digest = rowDigest(row)
  await db.execute(sql`
    with head as (
      insert into audit_chains (customer_id, seq, hash) values (${row.customerId}, 1, sha256(${Buffer.concat([GENESIS, digest])}::bytea))
      on conflict (customer_id) do update set seq = audit_chains.seq + 1, hash = sha256(audit_chains.hash || ${digest}::bytea)
      returning seq, hash
    )
    insert into audit_events (customer_id, seq, at, actor_id, event, subject, sealed, details, request_id, hash)
    select ${row.customerId}, seq, ${row.at.toISOString()}::timestamptz, ${row.actorId}, ${row.event}, ${row.subject},
      ${row.sealed}::bytea, ${row.details}, ${row.requestId}, hash from head`)
}

async function body(db: Db, entry: AuditEntry): Promise<{ sealed: Buffer | null; details: string | null }> {
  const values = entry.before || entry.after ? { before: entry.before ?? null, after: entry.after ?? null } : null
  if (!entry.customerId) {
    const all = { ...values, ...entry.details }
    return { sealed: null, details: Object.keys(all).length ? JSON.stringify(all) : null }
  }
  const details = entry.details ? JSON.stringify(entry.details) : null
  if (!values) return { sealed: null, details }
  const key = await customerKey(db, entry.customerId)
  return { sealed: seal(key, Buffer.from(JSON.stringify(values)), entry.customerId), details }
}
